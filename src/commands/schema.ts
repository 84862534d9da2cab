/** `blog schema`: front matter, config and JSON output as JSON Schema (draft 2020-12). */
import type { JsonSchema } from '@valibot/to-json-schema';
import { Argument } from 'commander';
import type { GenericSchema } from 'valibot';
import { ExitCode } from '../errors.ts';
import type { DefineCommand } from './context.ts';
import { examples } from './help.ts';

/** Defines `blog schema`. */
export const defineSchema: DefineCommand = (command, context, done) => {
  command
    .addArgument(
      new Argument('[schema]', 'front matter, config file, or JSON printed by validate, list or import')
        .choices(Object.keys(schemas))
        .default('post'),
    )
    .addHelpText(
      ...examples(
        'blog schema > post.schema.json',
        'blog schema config > blog.config.schema.json',
        'blog schema diagnostics',
      ),
    )
    .action(async (schema: keyof typeof schemas) => {
      context().shell.out(`${JSON.stringify(await schemas[schema](), null, 2)}\n`);
      done(ExitCode.done);
    });
};

const schemas = {
  post: postJsonSchema,
  config: configJsonSchema,
  diagnostics: async () => (await import('../report/outputSchemas.ts')).diagnosticsSchema(),
  'import-report': async () => (await import('../report/import/schema.ts')).importReportSchema(),
  list: async () => (await import('../report/outputSchemas.ts')).listSchema(),
};

type ToProperty = (schema: JsonSchema, name: string) => JsonSchema;

async function postJsonSchema(): Promise<JsonSchema> {
  const { frontMatterSchema } = await import('../post/fields/schema.ts');
  return {
    ...(await toJson(frontMatterSchema(), orNull)),
    title: 'Front matter of a post',
    description: 'The lines between the two “---” at the start of a post.',
    additionalProperties: true,
  };
}

async function configJsonSchema(): Promise<JsonSchema> {
  const { configSchema } = await import('../blog/config/schema.ts');
  const { settingNotes } = await import('../blog/config/notes.ts');
  const { ruleIds } = await import('../checks/rules/rules.ts');
  const json = await toJson(configSchema, (schema, name) => {
    const known = name === 'rules' ? { propertyNames: { enum: ruleIds } } : {};
    // A setting without a value counts as absent.
    const anyOf = [{ type: 'null' }, { ...schema, ...known }];
    return orNull({ ...settingNotes[name], anyOf } as JsonSchema);
  });
  return { ...json, title: 'blog.config.yaml', description: 'The config of a student–staff partnership blog.' };
}

/** Null or a string, as one type: editors then report what is wrong with the string, not that it is not null. */
function orNull(schema: JsonSchema): JsonSchema {
  const { anyOf = [], ...rest } = schema;
  const [nullSchema, other, ...more] = anyOf as JsonSchema[];
  if (nullSchema?.type !== 'null' || typeof other?.type !== 'string' || more.length > 0) return schema;
  return { ...other, type: [other.type, 'null'], ...rest } as JsonSchema;
}

/** What JSON Schema cannot express (that a date exists, that a time zone is known) is left to `blog validate`. */
async function toJson(schema: GenericSchema, toProperty: ToProperty): Promise<JsonSchema> {
  const { toJsonSchema } = await import('@valibot/to-json-schema');
  const json = toJsonSchema(schema, { target: 'draft-2020-12', errorMode: 'ignore', typeMode: 'input' });
  const entries = Object.entries(json.properties ?? {}) as [string, JsonSchema][];
  return { ...json, properties: Object.fromEntries(entries.map(([name, one]) => [name, toProperty(one, name)])) };
}
