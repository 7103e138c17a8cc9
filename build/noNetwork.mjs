// Takes the place of the web clients that Citation.js brings along for reading from addresses, which is never asked of it.
export const { Headers } = globalThis;

export default function refuse() {
  throw new Error('Citation.js has no access to the network here.');
}
refuse.Headers = Headers;
