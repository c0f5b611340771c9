/** 監査に残った役割の符号を、画面の言葉にする。 */
import { accountTypeNames } from "#app/domain/access/account-changes.ts";
import { isStaffRole } from "#app/domain/access/roles.ts";
import type { UseCaseContext } from "#app/usecases/context.ts";
import { placeWords } from "./role-words.server.ts";

const fixed: Readonly<Record<string, string>> = {
  visitor: "ログインなし",
  system: "システムの処理",
  apiClient: "連携先",
  applicant: "申請者",
  staff: "職員",
  ...Object.fromEntries(
    Object.entries(accountTypeNames).map(([type, name]) => [`applicant:${type}`, `GビズID${name}`]),
  ),
};

/** 「審査担当（東北経済産業局）、決裁者（…）」。知らない符号はそのまま。 */
export const actorRoleWords = (context: UseCaseContext, actorRole: string): string =>
  Object.hasOwn(fixed, actorRole)
    ? (fixed[actorRole] ?? actorRole)
    : actorRole
        .split(",")
        .map((one) => {
          const [role = "", office = ""] = one.split("@");
          return isStaffRole(role)
            ? placeWords(context, { role, officeCode: office === "-" ? "" : office })
            : one;
        })
        .join("、");
