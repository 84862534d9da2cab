/** What is wrong with a file, each kind once with how often it occurs. */
import type { ExportFault } from '../types.ts';

export type Faults = ReturnType<typeof createFaults>;

/** Collects repairs until the end, and reports losses at once. */
export function createFaults(file: string, report: (fault: ExportFault) => void) {
  const notes = new Map<string, { line: number; count: number; isLoss: boolean }>();
  return {
    /** Something that was read all the same, or with `isLoss` was not. */
    note: (message: string, line: number, isLoss = false): void => {
      const known = notes.get(message);
      if (known) known.count++;
      else notes.set(message, { line, count: 1, isLoss });
    },
    lose: (message: string, line: number): void => report({ place: { file, line }, message, isLoss: true }),
    end: (): void => {
      for (const [message, { line, count, isLoss }] of notes) {
        const times = count === 1 ? '' : ` (${count} times, first here)`;
        report({ place: { file, line }, message: message + times, isLoss });
      }
    },
  };
}
