/** The CRC-32 of bytes (polynomial 0xEDB88320, as in PNG and gzip) that come after others of a known one. */
export { crc32 } from 'node:zlib';
