/** Reads exports of WordPress (WXR 1.0 to 1.2) as a stream, and whatever of a damaged one is whole. */
import type { ExportFault, ExportItem, ExportSite } from '../types.ts';
import { createBodyParser } from './body.ts';
import { cleanText, type Oddity } from './entities.ts';
import { createFaults } from './faults.ts';
import { findHead, longestHead, nameContent } from './head.ts';
import { emptySite } from './item.ts';

export interface ExportHandlers {
  item: (item: ExportItem) => void;
  fault: (fault: ExportFault) => void;
}

/** What a file was. */
export interface ExportResult {
  site: ExportSite;
  items: number;
  /** What the file is if it is no export: “an HTML page”. */
  other?: string;
}

export interface ExportReader {
  write: (text: string) => void;
  end: () => ExportResult;
}

/** A reader for the text of one file, in pieces of any size; `file` is for places. */
export function createExportReader(file: string, handlers: ExportHandlers): ExportReader {
  const faults = createFaults(file, handlers.fault);
  let head = '';
  let body: ReturnType<typeof createBodyParser> | undefined;
  let carried = '';
  const report = (oddity: Oddity): void => faults.note(oddity, 1);

  const write = (text: string): void => {
    // The two characters of a line end may arrive one by one.
    const whole = carried + text;
    carried = whole.endsWith('\r') ? '\r' : '';
    const clean = cleanText(carried === '' ? whole : whole.slice(0, -1), report);
    if (body) body.write(clean);
    else if (head.length <= longestHead) lookForBody(clean);
  };
  const lookForBody = (text: string): void => {
    head += text;
    const found = findHead(head);
    if (!found) return;
    if (found.hasOther) faults.note('text before the XML, such as warnings of PHP', 1);
    if (found.hasDoctype) faults.note('DOCTYPE ignored; entities that it defines stay as they are', 1);
    body = createBodyParser(file, head.slice(0, found.start), faults, handlers.item);
    body.write(head.slice(found.start));
    head = '';
  };

  return {
    write,
    end: () => {
      if (carried !== '') write('\n');
      if (!body) return { site: emptySite(), items: 0, other: nameContent(head) };
      const { site, items, hasWordPress } = body.end();
      faults.end();
      return hasWordPress ? { site, items } : { site, items, other: 'an RSS feed, not an export of WordPress' };
    },
  };
}
