/** 連携の口の OpenAPI 3.1 の文書。答えの形は、実際に返すときに通すのと同じ zod の形から作る。 */
import { z } from "zod";
import { SHARING_SCOPES, type SharingScope } from "#app/domain/sharing/scopes.ts";
import { planDetailSchema, planListSchema } from "#app/domain/sharing/shared-plan.ts";
import { listQuerySchema } from "./list-query.ts";

const json = (schema: z.ZodType) => ({ "application/json": { schema: z.toJSONSchema(schema) } });

const problemSchema = z.object({
  type: z.string(),
  status: z.number().int(),
  title: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
});
const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: z.toJSONSchema(problemSchema) } },
});
const refusals = {
  401: problem("札が無い、又は使えない"),
  403: problem("許されていない項目のまとまり"),
  429: problem("回数の上限を超えた（Retry-After を待つ）"),
};

const query = Object.entries(listQuerySchema.shape).map(([name, schema]) => {
  const { description, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return { name, in: "query", required: false, description, schema: rest };
});
const id = { name: "id", in: "path", required: true, schema: { type: "string" } };

const read = (summary: string, scope: SharingScope, rest: object) => ({
  get: { summary, security: [{ clientCredentials: [scope] }], ...rest },
});
const binary = (type: string) => ({ [type]: { schema: { type: "string", format: "binary" } } });

/** @param origin 公開の URL の先頭 */
export const openApiDocument = (origin: string) => ({
  openapi: "3.1.0",
  info: {
    title: "経営力向上計画 認定計画の連携",
    version: "1",
    description:
      "申請者が提供に同意した、経済産業局だけに電子申請された、令和7年4月以後の認定計画を読む口です。同意の取りやめは state が withdrawn の印で知らせます。手元の写しを消してください。",
  },
  servers: [{ url: `${origin}/api/v1` }],
  components: {
    securitySchemes: {
      clientCredentials: {
        type: "oauth2",
        flows: {
          clientCredentials: { tokenUrl: `${origin}/api/v1/oauth/token`, scopes: SHARING_SCOPES },
        },
      },
    },
  },
  paths: {
    "/certified_plans": read("認定計画の一覧（変わった順）", "plans.basic", {
      parameters: query,
      responses: {
        200: { description: "一枚", content: json(planListSchema) },
        400: problem("問合せの誤り"),
        ...refusals,
      },
    }),
    "/certified_plans/{id}": read("一件の認定計画", "plans.basic", {
      parameters: [id],
      responses: {
        200: { description: "計画", content: json(planDetailSchema) },
        404: problem("番号が違うか、同意が無い"),
        ...refusals,
      },
    }),
    "/certified_plans/{id}/certificate.pdf": read("認定通知書（PDF）", "plans.certificate", {
      parameters: [id],
      responses: {
        200: { description: "いちばん新しい版", content: binary("application/pdf") },
        404: problem("番号が違うか、同意が無い"),
        ...refusals,
      },
    }),
    "/certified_plans/{id}/certificate.jws": read("署名付きの目録（JWS）", "plans.certificate", {
      parameters: [id],
      responses: {
        200: { description: "いちばん新しい版の目録", content: binary("application/jose") },
        404: problem("番号が違うか、同意が無い"),
        ...refusals,
      },
    }),
  },
});
