/** `blog schema`: front matter, the config, or what is printed as JSON, as JSON Schema (draft 2020-12). */
import type { JsonSchema } from '@valibot/to-json-schema';
import { Argument, type Command } from 'commander';
import type { GenericSchema } from 'valibot';
import { ExitCode } from '../errors.ts';
import type { Context } from './context.ts';

const examples = `
Examples:
  blog schema > post.schema.json
  blog schema config > blog.config.schema.json
  blog schema diagnostics
`;

/** Adds what `blog schema` takes and does. */
export function defineSchema(command: Command, context: () => Context, done: (status: number) => void): void {
  command
    // Not `--config`: that is everybody's option for a config of another name.
    .addArgument(
      new Argument('[of]', 'of a post, of blog.config.yaml, or of what validate and list print with --format json')
        .choices(Object.keys(schemas))
        .default('post'),
    )
    .addHelpText('after', examples)
    .action(async (of: keyof typeof schemas) => {
      context().shell.out(`${JSON.stringify(await schemas[of](), null, 2)}\n`);
      done(ExitCode.done);
    });
}

const schemas = {
  post: postJsonSchema,
  config: configJsonSchema,
  diagnostics: async () => (await import('../report/outputSchemas.ts')).diagnosticsSchema(),
  list: async () => (await import('../report/outputSchemas.ts')).listSchema(),
};

async function postJsonSchema(): Promise<JsonSchema> {
  const { frontMatterSchema } = await import('../post/fields/schema.ts');
  const json = await toJson(frontMatterSchema());
  return {
    ...json,
    properties: Object.fromEntries(
      Object.entries(json.properties ?? {}).map(([name, schema]) => [name, orNull(schema as JsonSchema)]),
    ),
    title: 'Front matter of a post',
    description: 'The lines between the two “---” of a post of a student–staff partnership blog.',
    additionalProperties: true,
  };
}

async function configJsonSchema(): Promise<JsonSchema> {
  const { configSchema } = await import('../blog/config/schema.ts');
  const { settingNotes } = await import('../blog/config/notes.ts');
  const { ruleIds } = await import('../checks/rules/rules.ts');
  const json = await toJson(configSchema);
  const described = Object.entries(json.properties ?? {}).map(([name, schema]) => {
    const known = name === 'rules' ? { propertyNames: { enum: ruleIds } } : {};
    // A setting with nothing behind it is as if it were not there.
    const anyOf = [{ type: 'null' }, { ...(schema as JsonSchema), ...known }];
    return [name, orNull({ ...settingNotes[name], anyOf } as JsonSchema)];
  });
  return {
    ...json,
    title: 'blog.config.yaml',
    description: 'The settings of a student–staff partnership blog.',
    properties: Object.fromEntries(described),
  };
}

/** “Nothing, or a text of this form” as one type: then editors say what is wrong with the text, not that it is no null. */
function orNull(schema: JsonSchema): JsonSchema {
  const [nothing, other, ...more] = (schema.anyOf ?? []) as JsonSchema[];
  if (nothing?.type !== 'null' || typeof other?.type !== 'string' || more.length > 0) return schema;
  const { anyOf: _, ...rest } = schema;
  return { ...other, type: [other.type, 'null'], ...rest } as JsonSchema;
}

/** What a schema cannot say of a value (that a date is in the calendar, a zone on this machine) is left to `blog`. */
async function toJson(schema: GenericSchema): Promise<JsonSchema> {
  const { toJsonSchema } = await import('@valibot/to-json-schema');
  return toJsonSchema(schema, { target: 'draft-2020-12', errorMode: 'ignore', typeMode: 'input' });
}
