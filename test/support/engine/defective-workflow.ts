/** A version of the case that cannot go on. */
export async function etablering(): Promise<never> {
  await Promise.resolve();
  throw new TypeError('a defect');
}
