/* Plain data with typed arrays and maps as bytes, and back, as structured cloning would copy it. */
export { deserialize, serialize } from 'node:v8';
