import { expect, it } from "vitest";
import { accountChangeFaults, mayConfirmChange } from "#app/domain/access/account-changes.ts";

it.each([
  ["求めた人と別の人", { subject: "G", target: null, askedBy: "a" }, "b", true],
  ["求めた本人", { subject: "G", target: null, askedBy: "a" }, "a", false],
  ["変わるアカウントの本人", { subject: "b", target: null, askedBy: "a" }, "b", false],
  ["引き継ぐ相手の本人", { subject: "c", target: "b", askedBy: "a" }, "b", false],
  ["引継ぎに関わらない人", { subject: "c", target: "d", askedBy: "a" }, "b", true],
])("求めを確かめてよい人: %s", (_name, change, accountId, may) => {
  expect(mayConfirmChange(change, accountId)).toBe(may);
});

const member = { own: false, active: true, accountType: "member", successorId: null } as const;
const stop = { kind: "stopAccount", reason: "退職", byCompany: true } as const;
const resume = { ...stop, kind: "resumeAccount" } as const;

it.each([
  ["会社のプライムが、自社のメンバーを止める", member, stop, []],
  [
    "会社のプライムが、自社を名乗るエントリーを止める",
    { ...member, accountType: "entry" as const },
    stop,
    [],
  ],
  ["会社のプライムが、別のプライムを止める", { ...member, accountType: "prime" as const }, stop, ["account"]],
  [
    "管理者が、プライムを止める",
    { ...member, accountType: "prime" as const },
    { ...stop, byCompany: false },
    [],
  ],
  ["自分を止める", { ...member, own: true }, stop, ["account"]],
  ["止めている物を止める", { ...member, active: false }, stop, ["account"]],
  ["止めている物を再び使えるようにする", { ...member, active: false }, resume, []],
  ["使える物を再び使えるようにする", member, resume, ["account"]],
  [
    "引き継がれて閉じた物を再び使えるようにする",
    { ...member, active: false, successorId: "next" },
    resume,
    ["account"],
  ],
  ["理由が無い", member, { ...stop, reason: "" }, ["accountReason"]],
  ["理由が長すぎる", member, { ...stop, reason: "あ".repeat(501) }, ["accountReason"]],
])("アカウントの求め: %s", (_name, account, wanted, fields) => {
  expect(Object.keys(accountChangeFaults(account, wanted))).toEqual(fields);
});
