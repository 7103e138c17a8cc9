/** Browsers have no file to agree by: each window keeps to its own pace. */
export function sharedPace(_folder: string): undefined {
  return undefined;
}
