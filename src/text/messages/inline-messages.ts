/** What stands above and in the results of inline mode (`@bot nghị quyết 05` typed in any chat). */

export const inlineMessages = {
  /** Above the results, at most 64 letters; opens the bot in private. */
  button: {
    notStaff: 'Mở bot để hỏi',
    nothing: 'Không thấy văn bản phù hợp. Mở bot để hỏi',
    open: 'Mở bot',
  },
  openDocument: 'Xem văn bản',
  /** Behind a quote that goes on in the document. */
  goesOn: '(trích)',
} as const
