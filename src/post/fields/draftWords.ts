/** The words by which front matter makes a post a draft. */

/** The fields any of which can make a post a draft. */
export const draftFields = ['draft', 'private', 'published', 'status'] as const;

const draftStatuses = ['draft', 'private', 'pending', 'trash', 'auto-draft'];
const publicStatuses = ['publish', 'published', 'future', 'scheduled', 'public', 'live'];

/** Every value of `status`, in lower case. */
export const statuses: readonly string[] = [...draftStatuses, ...publicStatuses];

/** Whether a value of `status` makes the post a draft; undefined for any other value. */
export function isDraftStatus(value: unknown): boolean | undefined {
  const status = typeof value === 'string' ? value.trim().toLowerCase() : '';
  return statuses.includes(status) ? draftStatuses.includes(status) : undefined;
}
