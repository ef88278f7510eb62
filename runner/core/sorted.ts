/** The index of the first of sorted values that comes after another one. */
export function firstAfter<Value extends number | string>(sorted: readonly Value[], value: Value): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? value) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
