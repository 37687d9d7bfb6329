/** Ends an exhausted `switch`: a new variant breaks the build here. Throws when data from outside lies about its type. */
export function assertNever(value: never): never {
  throw new TypeError(`unexpected variant ${JSON.stringify(value)}`);
}
