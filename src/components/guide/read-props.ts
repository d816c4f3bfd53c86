import * as z from 'zod';
import type { ComponentName } from '../../engine/model/vocabulary.ts';
import { vocabulary } from '../../engine/model/vocabulary.ts';

/** A prop as the guide lists it. `description` is plain text with code in backticks, `form` lists the allowed values. */
type Prop = { name: string; description: string; form: string; isRequired: boolean };

const PropSchema = z.object({
  description: z.string(),
  enum: z.array(z.string()).optional(),
  default: z.string().optional(),
});
const ObjectSchema = z.object({
  properties: z.record(z.string(), PropSchema),
  required: z.array(z.string()).default([]),
});

/** Returns the props of a component, from its Zod schema. Throws if a prop has no description. */
export function readProps(name: ComponentName): Prop[] {
  const { properties, required } = ObjectSchema.parse(z.toJSONSchema(vocabulary[name].props, { io: 'input' }));
  return Object.entries(properties).map(([prop, schema]) => ({
    name: prop,
    description: schema.description,
    form: formOf(schema),
    isRequired: required.includes(prop),
  }));
}

function formOf({ enum: values, default: standard }: z.infer<typeof PropSchema>): string {
  const list = values?.map((value) => `\`${value}\``).join(', ') ?? '';
  return standard === undefined ? list : `${list}; default \`${standard}\``;
}
