/** Sorting without a function that compares: some hundreds of numbers take a fifth of the time. */

let packed = new Float64Array(1024)

/** The places of the first `length` numbers (whole, not negative), in ascending order of the numbers. They are overwritten by the next call. */
export const ascendingPlaces = (numbers: ArrayLike<number>, length: number = numbers.length): Float64Array => {
  if (packed.length < length) packed = new Float64Array(2 * length)
  const places = packed.subarray(0, length)
  for (let i = 0; i < length; i++) places[i] = numbers[i]! * length + i
  places.sort()
  for (let i = 0; i < length; i++) places[i] = places[i]! % length
  return places
}
