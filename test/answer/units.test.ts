import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { endedLines } from '../../src/answer/units/ended-lines.ts'
import { readUnits } from '../../src/answer/units/read-units.ts'
import { unitsIn } from '../../src/answer/units/units-in.ts'
import { createUnitsFile } from '../../src/units-file.ts'
import { root } from '../support/run.ts'

const shipped = readFileSync(join(root, 'data/units.json'), 'utf8')
const { units, faults } = readUnits(shipped)
const namesIn = (question: string): string =>
  unitsIn(question, units)
    .map(({ name }) => name)
    .join(', ')

describe('the table that comes with the program', () => {
  it('has the district level and the 29 provinces that were merged, each with its source', () => {
    expect(faults).toEqual([])
    expect(units.filter(({ kind }) => kind === 'province')).toHaveLength(29)
    const bodies = new Set(units.flatMap(({ followedBy }) => followedBy))
    expect(bodies.size).toBe(23)
    expect(units.every(({ source, endedOn }) => source.number && endedOn === '2025-07-01')).toBe(true)
    // nothing that followed is itself gone
    for (const body of bodies) expect(namesIn(`Đảng bộ ${body}`)).toBe('')
  })
})

describe('a question about a body that is no longer is known', () => {
  const level = 'Cấp huyện'
  it.each([
    ['Huyện ủy Bù Đăng ở đâu?', level],
    ['huyen uy bu dang', level],
    ['huyện uỷ Bù Đăng có bao nhiêu đảng viên', level],
    ['HUYỆN ỦY BÙ ĐĂNG', level],
    ['Bí thư huyện ủy là ai', level],
    ['bi thu huyen uy la ai', level],
    ['Quận ủy Ba Đình', level],
    ['quận uỷ 1 ở đâu', level],
    ['Thị ủy Bình Long họp khi nào', level],
    ['UBND huyện Đồng Phú', level],
    ['ubnd huyen dong phu', level],
    ['Ủy ban nhân dân huyện Lộc Ninh', level],
    ['uy ban nhan dan huyen loc ninh', level],
    ['HĐND huyện bầu ai', level],
    ['HĐND quận 3', level],
    ['cấp huyện còn không', level],
    ['cap huyen con khong', level],
    ['Huyện đoàn Bù Gia Mập', level],
    ['Đảng bộ huyện Bù Đốp', level],
    ['dang bo huyen bu dop', level],
    ['huyện Bù Đăng có mấy xã', level],
    ['Quận 1 có bao nhiêu chi bộ', level],
    ['thị xã Phước Long', level],
    ['chi bộ thuộc huyện hớn quản', level],
    ['tai huyen hon quan', level],
    ['Đảng bộ tỉnh Bình Phước', 'Tỉnh Bình Phước'],
    ['bình phước có bao nhiêu đảng viên', 'Tỉnh Bình Phước'],
    ['dang bo khoi tinh binh phuoc', 'Tỉnh Bình Phước'],
    ['o binh phuoc', 'Tỉnh Bình Phước'],
    ['Tỉnh ủy Bình Phước ban hành đề án nào', 'Tỉnh Bình Phước'],
    ['tinh uy binh phuoc', 'Tỉnh Bình Phước'],
    ['BÌNH PHƯỚC', 'Tỉnh Bình Phước'],
    ['Tỉnh Hòa Bình', 'Tỉnh Hòa Bình'],
    ['tỉnh Hoà Bình', 'Tỉnh Hòa Bình'],
    ['tinh hoa binh', 'Tỉnh Hòa Bình'],
    ['Tỉnh ủy Thái Bình', 'Tỉnh Thái Bình'],
    ['UBND tỉnh Long An', 'Tỉnh Long An'],
    ['Đảng bộ Bà Rịa - Vũng Tàu', 'Tỉnh Bà Rịa - Vũng Tàu'],
    ['Bà Rịa–Vũng Tàu nay thuộc đâu', 'Tỉnh Bà Rịa - Vũng Tàu'],
    ['Tỉnh đoàn Kon Tum', 'Tỉnh Kon Tum'],
    ['Đăk Nông sáp nhập vào đâu', 'Tỉnh Đắk Nông'],
    ['Bắc Cạn nay là tỉnh nào', 'Tỉnh Bắc Kạn'],
    ['Huyện ủy Bù Đăng tỉnh Bình Phước', `${level}, Tỉnh Bình Phước`],
  ])('%s', (question, expected) => expect(namesIn(question)).toBe(expected))
})

describe('what only sounds like one is left alone', () => {
  it.each(
    [
      'xã',
      'tỉnh',
      'Tỉnh ủy ban hành nghị quyết nào?',
      'Đảng ủy xã có mấy ủy viên',
      'dang uy xa bau may uy vien',
      'cấp xã có thẩm quyền gì',
      'Quân ủy Trung ương',
      'quan uy trung uong la gi',
      'quan doi nhan dan',
      'các cơ quan cấp tỉnh',
      'co quan cap tinh',
      'Đồng chí Nguyễn Thị Huyền là ai',
      'nguyen thi huyen trang la ai',
      'đấu tranh vì hòa bình',
      'dau tranh vi hoa binh',
      'chiến lược diễn biến hòa bình',
      'Đảng ủy xã Hòa Bình',
      'phường Bình Định',
      'xã Long An ở đâu',
      'Đảng ủy phường Bình Phước',
      'chi bộ thôn Hà Giang',
      'Trường Nam Định',
      'đường Quảng Nam',
      'năm định kỳ kiểm tra',
      'nam dinh ky kiem tra',
      'ben tre em can ho tro',
      'yêu cầu quan trọng',
      'quận',
      'Đồng Nai có bao nhiêu đảng viên',
      'Thành phố Hồ Chí Minh',
      'Phú Thọ',
      'bình quân mỗi chi bộ có bao nhiêu đảng viên',
      'phước lợi xã hội',
      'kế hoạch quận chúng',
      'đóng đảng phí thế nào',
      'dong dang phi the nao',
      'thị uy',
      'đại hội đảng bộ các cấp',
    ].map((question) => [question]),
  )('%s', (question) => {
    expect(namesIn(question)).toBe('')
  })
})

describe('the line that is given', () => {
  const now = new Date('2026-11-01T00:00:00Z')
  it('says since when, what followed, and by which paper', () => {
    expect(endedLines('Huyện ủy Bù Đăng ở đâu?', units, now)).toEqual([
      'Cấp huyện đã kết thúc hoạt động từ ngày 01/07/2025 (theo Nghị quyết sửa đổi, bổ sung một số điều của Hiến pháp, số 203/2025/QH15, ngày 16/06/2025). Chính quyền địa phương hiện có hai cấp: cấp tỉnh và cấp xã.',
    ])
    expect(endedLines('Tỉnh ủy Bình Phước', units, now)).toEqual([
      'Tỉnh Bình Phước được sắp xếp vào tỉnh Đồng Nai từ ngày 01/07/2025 (theo Nghị quyết về việc sắp xếp đơn vị hành chính cấp tỉnh, số 202/2025/QH15, ngày 12/06/2025).',
    ])
  })
  it('comes for two bodies at most, and not before the day', () => {
    expect(endedLines('Hà Giang, Yên Bái và Bắc Kạn', units, now)).toHaveLength(2)
    expect(endedLines('Huyện ủy Bù Đăng', units, new Date('2025-06-30T12:00:00Z'))).toEqual([])
    expect(endedLines('Huyện ủy Bù Đăng', [], now)).toEqual([])
  })
})

describe('a table that is wrong', () => {
  const good = {
    name: 'Tỉnh Mẫu',
    kind: 'province',
    names: ['Lam Mẫu'],
    endedOn: '2025-07-01',
    source: { title: 'Nghị quyết' },
  }
  const read = (...entries: readonly unknown[]) => readUnits(JSON.stringify({ units: entries }))
  it.each([
    [{ ...good, endedOn: '01/07/2025' }, 'Mục 2 (“Tỉnh Mẫu”), trường endedOn: phải là ngày dạng NĂM-THÁNG-NGÀY'],
    [{ ...good, endedOn: '2025-02-30' }, 'trường endedOn'],
    [{ ...good, names: ['xã'] }, 'trường names.0: tên chỉ có một tiếng'],
    [{ ...good, names: 'Lam Mẫu' }, 'trường names: phải là danh sách'],
    [{ ...good, names: [] }, 'cần ít nhất một tên'],
    [{ ...good, kind: 'tỉnh' }, 'trường kind: phải là một trong: level, province'],
    [{ ...good, source: {} }, 'trường source.title: phải là chữ'],
    [{ ...good, source: { title: 'Nghị quyết', url: 'javascript:alert(1)' } }, 'trường source.url'],
    [{ ...good, sorce: 1 }, 'sai tên trường'],
    ['Tỉnh Mẫu', 'Mục 2: thiếu, thừa hoặc sai tên trường'],
  ])('names entry and field, and keeps the others: %#', (entry, words) => {
    const { units: kept, faults: told } = read(good, entry, { ...good, name: 'Tỉnh Khác' })
    expect(kept.map(({ name }) => name)).toEqual(['Tỉnh Mẫu', 'Tỉnh Khác'])
    expect(told.join('\n')).toContain(words)
  })
  it('says so where it is no table at all', () => {
    expect(readUnits('{"units": [').faults[0]).toContain('không phải JSON hợp lệ')
    expect(readUnits('[]').faults[0]).toContain('"units"')
    expect(readUnits('\uFEFF{"units": []}')).toEqual({ units: [], faults: [] })
  })
})

describe('the file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-dap-'))
  const path = join(folder, 'units.json')
  afterEach(() => rmSync(path, { force: true }))
  const entry = {
    name: 'Tỉnh Mẫu',
    kind: 'province',
    names: ['Lam Mẫu'],
    endedOn: '2025-07-01',
    source: { title: 'Nghị quyết' },
  }
  let day = 0
  const write = (words: string): void => {
    writeFileSync(path, words)
    // two writes within one tick of the clock are told apart all the same
    utimesSync(path, (day += 100), day)
  }
  it('is read again when it has changed, and its faults are told once', () => {
    const told: string[] = []
    const file = createUnitsFile(folder, (faults) => told.push(...faults), join(folder, 'none.json'))
    expect(file.units()).toEqual([])
    write(JSON.stringify({ units: [entry] }))
    expect(file.units().map(({ name }) => name)).toEqual(['Tỉnh Mẫu'])
    write(JSON.stringify({ units: [entry, { ...entry, name: 'Tỉnh Khác' }] }))
    expect(file.units()).toHaveLength(2)
    write('{')
    expect(file.units()).toEqual([])
    expect(file.units()).toEqual([])
    expect(told).toHaveLength(1)
    write(JSON.stringify({ units: [] }))
    expect(file.units()).toEqual([])
    expect(told).toHaveLength(1)
  })
  it('is the one that comes with the program where there is no other', () => {
    expect(createUnitsFile(folder, () => undefined).units()).toEqual(units)
  })
})
