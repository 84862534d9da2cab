/** As much of JSON Schema as our own schemas use; a keyword that it does not know is an error, not a pass. */

export type Json = { readonly [key: string]: unknown };

type Check = (value: unknown, wanted: never, schema: Json) => boolean;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const valid = (schema: unknown, value: unknown): boolean => schemaFaults(schema as Json, value).length === 0;

const types: Record<string, (value: unknown) => boolean> = {
  null: (value) => value === null,
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  array: Array.isArray,
  object: isObject,
};

const always: Check = () => true;

const checks: Record<string, Check> = {
  $schema: always,
  title: always,
  description: always,
  examples: always,
  type: (value, wanted: string | string[]) => [wanted].flat().some((type) => types[type]?.(value)),
  enum: (value, allowed: unknown[]) => allowed.includes(value),
  const: (value, wanted: unknown) => value === wanted,
  pattern: (value, pattern: string) => typeof value !== 'string' || new RegExp(pattern, 'u').test(value),
  minLength: (value, least: number) => typeof value !== 'string' || value.length >= least,
  minimum: (value, least: number) => typeof value !== 'number' || value >= least,
  anyOf: (value, schemas: Json[]) => schemas.some((one) => valid(one, value)),
  items: (value, schema: Json) => !Array.isArray(value) || value.every((item) => valid(schema, item)),
  required: (value, names: string[]) => !isObject(value) || names.every((name) => Object.hasOwn(value, name)),
  propertyNames: (value, schema: Json) => !isObject(value) || Object.keys(value).every((name) => valid(schema, name)),
  properties: (value, schemas: Json) =>
    !isObject(value) ||
    Object.entries(schemas).every(([name, one]) => !Object.hasOwn(value, name) || valid(one, value[name])),
  additionalProperties: (value, wanted: boolean | Json, { properties = {} }) =>
    !isObject(value) ||
    Object.entries(value).every(
      ([name, one]) =>
        Object.hasOwn(properties as Json, name) || (typeof wanted === 'boolean' ? wanted : valid(wanted, one)),
    ),
};

/** The keywords of a schema that a value does not meet. */
export function schemaFaults(schema: Json, value: unknown): string[] {
  return Object.entries(schema)
    .filter(([keyword, wanted]) => {
      const check = checks[keyword];
      if (!check) throw new Error(`this test does not know the keyword ${keyword}`);
      return !check(value, wanted as never, schema);
    })
    .map(([keyword, wanted]) => (keyword === 'properties' ? namesAtFault(wanted as Json, value as Json) : keyword));
}

function namesAtFault(schemas: Json, value: Json): string {
  return Object.keys(value)
    .filter((name) => Object.hasOwn(schemas, name) && !valid(schemas[name], value[name]))
    .join(', ');
}
