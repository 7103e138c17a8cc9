import { crc32 } from '#platform/checksum';
import { compress } from '#platform/compression';
import { readFile, replaceFile } from '#platform/files';
import { collectGarbage, portOfThread } from '#platform/thread';
import { serveCalls } from '../base/workerCalls';
import { movableBuffers, type ReadingCalls } from './reading/protocol';
import { ReadingServer } from './reading/server';

/* The worker thread that reads sources: binds the server to the thread's port and to the file system. */
const server = new ReadingServer({ checksum: crc32, compress, readFile, replaceFile, collectGarbage });

serveCalls<ReadingCalls>(portOfThread(), server.handlers(), movableBuffers);
