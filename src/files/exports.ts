/** Reads exports of WordPress: large files, perhaps compressed, in whatever encoding they are. */
import { fstatSync, readSync } from 'node:fs';
import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { crc32, createGunzip } from 'node:zlib';
import { refusal, UserError } from '../errors.ts';
import { createDecoder } from '../import/wxr/decoder.ts';
import { explain, withFileAsync } from './explain.ts';
import { toRead } from './read.ts';

/** What was read, to compare another reading of the same file with it. */
export interface ExportReading {
  bytes: number;
  checksum: number;
  /** What is wrong with the bytes; with `isLoss`, some of them could not be read. */
  problems: { message: string; isLoss: boolean }[];
}

const pieceSize = 64 * 1024;
/** Bytes after decompression: a megabyte can hold a gigabyte of zeros. */
const longest = 2 * 1024 * 1024 * 1024;

/**
 * Gives the text of a file to `write`, in pieces, decompressed and decoded. `step` is called with the bytes read so far and in
 * all. Throws UserError if it is no file, cannot be read, or is not what it was in the reading `before`.
 */
export async function readExport(
  path: string,
  shown: string,
  write: (text: string) => void,
  step: (done: number, total: number) => void = () => {},
  before?: ExportReading,
): Promise<ExportReading> {
  const reading: ExportReading = { bytes: 0, checksum: 0, problems: [] };
  await withFileAsync(path, toRead, `read ${shown}`, async (fd) => {
    const stats = fstatSync(fd);
    if (stats.isDirectory()) throw new UserError(`${shown} is a folder; name the file that WordPress exported`);
    if (!stats.isFile()) throw new UserError(`${shown} is not a file`);
    const decoder = createDecoder();
    let length = 0;
    for await (const piece of decompressed(piecesOf(fd, shown, reading), reading)) {
      length += piece.length;
      write(decoder.write(piece));
      step(reading.bytes, stats.size);
      if (length < longest) continue;
      reading.problems.push({ message: 'more than 2 GiB; the rest was not read', isLoss: true });
      break;
    }
    write(decoder.end());
    reading.problems.push(...decoder.problems().map((message) => ({ message, isLoss: false })));
  });
  const isSame = before === undefined || (before.bytes === reading.bytes && before.checksum === reading.checksum);
  if (!isSame) throw refusal(`${shown} was changed by another program while it was read; run the command again`);
  return reading;
}

/** The bytes of an open file, counted in `reading`. Signals are heard between the pieces. */
async function* piecesOf(fd: number, shown: string, reading: ExportReading): AsyncGenerator<Buffer> {
  for (;;) {
    const bytes = Buffer.allocUnsafe(pieceSize);
    const count = explain(`read ${shown}`, () => readSync(fd, bytes));
    if (count === 0) return;
    const piece = bytes.subarray(0, count);
    reading.bytes += count;
    reading.checksum = crc32(piece, reading.checksum);
    yield piece;
    if (reading.bytes % (16 * pieceSize) === 0) await nextTurn();
  }
}

/** The bytes themselves, or what gzip made them from. */
async function* decompressed(pieces: AsyncGenerator<Buffer>, reading: ExportReading): AsyncGenerator<Buffer> {
  const first = await pieces.next();
  if (first.done) return;
  const all = withFirst(first.value, pieces);
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) return yield* all;
  try {
    yield* Readable.from(all, { objectMode: true }).pipe(
      createGunzip({ chunkSize: pieceSize }),
    ) as AsyncIterable<Buffer>;
  } catch (error) {
    if (!isGzipError(error)) throw error;
    reading.problems.push({ message: 'gzip data is damaged or cut off; what comes before was read', isLoss: true });
    // The checksum must be that of the whole file, whatever gzip makes of it.
    for await (const _ of pieces);
  }
}

async function* withFirst(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

function isGzipError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && /^Z_/.test(String(error.code));
}
