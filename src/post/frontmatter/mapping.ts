/** Front matter as plain data. */

export type Mapping = Record<string, unknown>;

/** Whether a value is a mapping, of YAML or of JSON. */
export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
