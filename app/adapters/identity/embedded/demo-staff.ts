/**
 * デモ用の職員。groups は `office:<官署の符号>:<役割>` か `role:<役割>` の文字列で、
 * 官署の符号は提出先の一覧と同じものを使う。
 */
import type { DemoAccount } from "./demo-account.ts";

/** 職員の全アカウントに共通の、画面に示すパスワード。 */
const password = "demo-staff";

const tohoku = ["meti-tohoku", "東北経済産業局"] as const;
const tohokuUnyu = ["mlit_dtb-tohoku", "東北運輸局"] as const;
const tohokuKosei = ["mhlw-tohoku", "東北厚生局"] as const;
const kanto = ["meti-kanto", "関東経済産業局"] as const;
const kinkiSeibi = ["mlit_rdb-kinki", "近畿地方整備局"] as const;
const kobe = ["mlit_dtb_kobe-kobe", "神戸運輸監理部"] as const;
const kyushu = ["mhlw-kyushu", "九州厚生局"] as const;

const officeRoles = { reviewer: "審査担当", officeManager: "決裁者" } as const;
const centralRoles = {
  coordinator: "企画課（国の取りまとめ）",
  administrator: "システム管理者",
  helpDesk: "問合せ窓口",
  auditor: "監査",
} as const;

function staffAccount(
  loginId: string,
  name: string,
  organisation: string,
  role: string,
  group: string,
): DemoAccount {
  return {
    subject: `staff-${loginId}`,
    loginId,
    password,
    displayName: name,
    organisation,
    role,
    userInfo: { name, email: `${loginId}@staff.example.jp`, groups: [group] },
  };
}

const officeAccount = (
  loginId: string,
  name: string,
  [code, office]: readonly [string, string],
  role: keyof typeof officeRoles,
) => staffAccount(loginId, name, office, officeRoles[role], `office:${code}:${role}`);

const centralAccount = (loginId: string, name: string, role: keyof typeof centralRoles) =>
  staffAccount(loginId, name, "中小企業庁", centralRoles[role], `role:${role}`);

/** デモ用の職員アカウント。並びはログイン画面の並びになる。 */
export const demoStaff: readonly DemoAccount[] = [
  officeAccount("tohoku-reviewer", "佐藤 亮", tohoku, "reviewer"),
  officeAccount("tohoku-manager", "阿部 恵子", tohoku, "officeManager"),
  officeAccount("kinki-seibi-reviewer", "山本 直樹", kinkiSeibi, "reviewer"),
  officeAccount("kinki-seibi-manager", "松本 千尋", kinkiSeibi, "officeManager"),
  officeAccount("kobe-reviewer", "藤原 彩", kobe, "reviewer"),
  officeAccount("kobe-manager", "井上 隆", kobe, "officeManager"),
  officeAccount("kyushu-reviewer", "古賀 真理", kyushu, "reviewer"),
  officeAccount("kyushu-manager", "江口 修", kyushu, "officeManager"),
  officeAccount("kanto-reviewer", "鈴木 望", kanto, "reviewer"),
  officeAccount("tohoku-unyu-reviewer", "千葉 光", tohokuUnyu, "reviewer"),
  officeAccount("tohoku-unyu-manager", "高田 進", tohokuUnyu, "officeManager"),
  officeAccount("tohoku-kosei-manager", "今野 美穂", tohokuKosei, "officeManager"),
  centralAccount("coordinator", "渡辺 圭", "coordinator"),
  centralAccount("administrator-1", "伊藤 遥", "administrator"),
  centralAccount("administrator-2", "加藤 学", "administrator"),
  centralAccount("help-desk", "石井 友子", "helpDesk"),
  centralAccount("auditor", "長谷川 豊", "auditor"),
];
