/** Lines of a text that arrives in pieces. */

/** Counts lines. `pass` must be called with growing offsets, or the line of the last one is returned. */
export function createLineCounter() {
  /** Pieces that are not counted to their ends yet, and the offset of the first. */
  let pieces: string[] = [];
  let start = 0;
  let counted = 0;
  let line = 1;
  return {
    add: (piece: string): void => void pieces.push(piece),
    /** The line of an offset, 1-based. What lies before it is forgotten. */
    pass: (offset: number): number => {
      let done = 0;
      for (const piece of pieces) {
        const to = Math.min(offset - start, piece.length);
        for (let at = piece.indexOf('\n', counted - start); at !== -1 && at < to; at = piece.indexOf('\n', at + 1))
          line++;
        counted = Math.max(counted, start + to);
        if (to < piece.length) break;
        start += piece.length;
        done++;
      }
      if (done > 0) pieces = pieces.slice(done);
      return line;
    },
  };
}
