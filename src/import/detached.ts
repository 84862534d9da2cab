/** Values that outlive the item that they are from. */

/** A copy whose texts do not keep in memory the piece of the file that they are a part of. */
export function detachedCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}
