/** 帳票の版の一覧。発行に使った版は、後の版ができても消さない。 */
import { applicationFormV1 } from "./application-form/v1/template.ts";
import { certificationNoticeV1 } from "./certification-notice/v1/template.ts";
import { certificationNoticeV2 } from "./certification-notice/v2/template.ts";
import { confirmationV1 } from "./confirmation/v1/template.ts";
import { confirmationV2 } from "./confirmation/v2/template.ts";
import { declineNoticeV1 } from "./decline-notice/v1/template.ts";
import { declineNoticeV2 } from "./decline-notice/v2/template.ts";
import { receiptV1 } from "./receipt/v1/template.ts";
import { revocationNoticeV1 } from "./revocation-notice/v1/template.ts";
import { revocationNoticeV2 } from "./revocation-notice/v2/template.ts";
import { register, type RegisteredTemplate } from "./shared/template.ts";

export type { FormV1 } from "./application-form/v1/form-schema.ts";
export type { ReceiptV1 } from "./receipt/v1/receipt-schema.ts";

const TEMPLATES: ReadonlyMap<string, RegisteredTemplate> = new Map(
  [
    register(certificationNoticeV1),
    register(certificationNoticeV2),
    register(declineNoticeV1),
    register(declineNoticeV2),
    register(revocationNoticeV1),
    register(revocationNoticeV2),
    register(confirmationV1),
    register(confirmationV2),
    register(applicationFormV1),
    register(receiptV1),
  ].map((template) => [template.id, template]),
);

/** @returns 帳票の版。知らない id では undefined。 */
export const findTemplate = (id: string): RegisteredTemplate | undefined => TEMPLATES.get(id);
