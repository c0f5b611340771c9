/** 設定。環境変数を読む唯一の場所。起動時に一度だけ検査する。 */
import { join } from "node:path";
import { z } from "zod";
import type { StaffAccess } from "./domain/access/staff-groups.ts";
import { type DirectoryMode, directoryModes } from "./adapters/company-directory/embedded/directory-modes.ts";

const flag = z
  .enum(["0", "1", "true", "false", ""])
  .optional()
  .transform((value) => value === "1" || value === "true");
const blankAsMissing = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const environment = z
  .object({
    NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
    DEMO: flag,
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    HOST: z.string().default("127.0.0.1"),
    /** 利用者が見る公開の URL。末尾の / は付けない。 */
    ORIGIN: blankAsMissing(z.url()),
    DATA_DIR: z.string().min(1).default("var"),
    /** 監査の控えの置き場。データベースとは別の媒体にする。 */
    AUDIT_HEADS_DIR: blankAsMissing(z.string()),
    LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
    GBIZID_ISSUER: blankAsMissing(z.url()),
    GBIZID_CLIENT_ID: blankAsMissing(z.string()),
    GBIZID_CLIENT_SECRET: blankAsMissing(z.string()),
    STAFF_ISSUER: blankAsMissing(z.url()),
    STAFF_CLIENT_ID: blankAsMissing(z.string()),
    STAFF_CLIENT_SECRET: blankAsMissing(z.string()),
    /** 職員のグループ名を役割に読む決まり、招いていない職員の扱い、最初の管理者のグループ。 */
    STAFF_GROUP_NAMES: blankAsMissing(z.enum(["table", "named"])),
    STAFF_JOINING: blankAsMissing(z.enum(["invited", "open"])),
    STAFF_ADMINISTRATOR_GROUP: blankAsMissing(z.string()),
    /** 申請や認定の前に、認証からこの分数を過ぎていたらログインし直してもらう。 */
    STEP_UP_MINUTES: z.coerce.number().int().min(1).max(480).default(30),
    /** 法人インフォメーションの REST API（…/hojin まで）と、その合言葉。国税庁の Web-API（…/4 まで）と、応用の番号。 */
    GBIZINFO_BASE_URL: blankAsMissing(z.url()),
    GBIZINFO_TOKEN: blankAsMissing(z.string()),
    NTA_BASE_URL: blankAsMissing(z.url()),
    NTA_APPLICATION_ID: blankAsMissing(z.string()),
    /** off なら、会社の事実を外に尋ねない。 */
    COMPANY_DIRECTORY: z.enum(["on", "off"]).default("on"),
    /** 模擬の口の不調（試しのため）。 */
    DEMO_DIRECTORY_MODE: z.enum(directoryModes).default("normal"),
    SMTP_URL: blankAsMissing(z.url()),
    MAIL_FROM: z.email().default("noreply@example.jp"),
    /** 受け手の証明書を確かめる認証局（PEM）。 */
    SMTP_CA_FILE: blankAsMissing(z.string()),
    /** 大勢に送るメールの、一分あたりの数の上限。 */
    MAIL_BULK_PER_MINUTE: z.coerce.number().int().min(1).max(100_000).default(1_200),
    /** 届かなかったメールの知らせの合言葉。 */
    MAIL_BOUNCE_SECRET: blankAsMissing(z.string().min(24)),
    /** DKIM の署名。三つ揃えて設定する。 */
    DKIM_DOMAIN: blankAsMissing(z.string().regex(/^[a-z\d.-]+$/iu)),
    DKIM_SELECTOR: blankAsMissing(z.string().regex(/^[a-z\d._-]+$/iu)),
    DKIM_KEY_FILE: blankAsMissing(z.string()),
    /** ウイルスの検査（clamd）。TCP なら CLAMD_HOST と CLAMD_PORT、unix の口なら CLAMD_SOCKET。 */
    CLAMD_HOST: blankAsMissing(z.string()),
    CLAMD_PORT: z.coerce.number().int().min(1).max(65535).default(3310),
    CLAMD_SOCKET: blankAsMissing(z.string()),
    /** required では、検査の済んでいない書類があると申請できない。既定は、検査の設定があれば required。 */
    ATTACHMENT_SCAN: blankAsMissing(z.enum(["required", "optional"])),
    /** 電子署名の鍵と、署名者の証明書の並び（PEM）。デモでは省け、試験用の認証局を作って使う。 */
    SIGNING_KEY_FILE: blankAsMissing(z.string()),
    SIGNING_CERTIFICATE_FILE: blankAsMissing(z.string()),
    /** 時刻認証局（RFC 3161）。あれば PAdES B-T、無ければ B-B。 */
    SIGNING_TIMESTAMP_URL: blankAsMissing(z.url()),
    TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  })
  .superRefine((values, context) => {
    const report = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    for (const name of ["GBIZID", "STAFF"] as const) {
      const given = [values[`${name}_ISSUER`], values[`${name}_CLIENT_ID`], values[`${name}_CLIENT_SECRET`]];
      if (given.some((value) => value !== undefined) && given.includes(undefined))
        report(
          `${name}_ISSUER`,
          `${name}_ISSUER、${name}_CLIENT_ID、${name}_CLIENT_SECRET は三つ揃えて設定してください`,
        );
      if (given[0] === undefined && values.NODE_ENV === "production" && !values.DEMO)
        report(
          `${name}_ISSUER`,
          "本番では模擬のログインを使えません。本物の発行者を設定するか、デモなら DEMO=1 にしてください",
        );
    }
    for (const [address, secret] of [
      ["GBIZINFO_BASE_URL", "GBIZINFO_TOKEN"],
      ["NTA_BASE_URL", "NTA_APPLICATION_ID"],
    ] as const)
      if ((values[address] === undefined) !== (values[secret] === undefined))
        report(address, `${address} と ${secret} は揃えて設定してください`);
    if (values.CLAMD_HOST !== undefined && values.CLAMD_SOCKET !== undefined)
      report("CLAMD_SOCKET", "CLAMD_HOST と CLAMD_SOCKET は、どちらか一つだけ設定してください");
    if (
      values.ATTACHMENT_SCAN === "required" &&
      values.CLAMD_HOST === undefined &&
      values.CLAMD_SOCKET === undefined
    )
      report(
        "ATTACHMENT_SCAN",
        "検査を必須にするには、CLAMD_HOST か CLAMD_SOCKET を設定してください（このままでは誰も申請できません）",
      );
    const dkim = [values.DKIM_DOMAIN, values.DKIM_SELECTOR, values.DKIM_KEY_FILE];
    if (dkim.includes(undefined) && dkim.some((value) => value !== undefined))
      report("DKIM_DOMAIN", "DKIM_DOMAIN、DKIM_SELECTOR、DKIM_KEY_FILE は三つ揃えて設定してください");
    if ((values.SIGNING_KEY_FILE === undefined) !== (values.SIGNING_CERTIFICATE_FILE === undefined))
      report("SIGNING_KEY_FILE", "SIGNING_KEY_FILE と SIGNING_CERTIFICATE_FILE は揃えて設定してください");
    if (values.SIGNING_KEY_FILE === undefined && values.NODE_ENV === "production" && !values.DEMO)
      report(
        "SIGNING_KEY_FILE",
        "本番では試験用の署名を使えません。署名の鍵と証明書を設定するか、デモなら DEMO=1 にしてください",
      );
    if (values.NODE_ENV === "production" && !values.DEMO && values.ORIGIN === undefined)
      report("ORIGIN", "本番では公開の URL（https://…）を設定してください");
  });

export type IssuerConfig = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
};

export type Config = {
  readonly production: boolean;
  readonly demo: boolean;
  readonly port: number;
  readonly host: string;
  readonly origin: string | null;
  readonly dataDir: string;
  /** 監査の控えの置き場。 */
  readonly auditHeadsDir: string;
  readonly logLevel: "silent" | "error" | "warn" | "info" | "debug";
  /** null なら模擬の GビズID を使う。 */
  readonly gbizid: IssuerConfig | null;
  /** null なら模擬の職員用の発行者を使う。 */
  readonly staff: IssuerConfig | null;
  readonly staffAccess: StaffAccess;
  /** 認証を最近とみなす分数。 */
  readonly stepUpMinutes: number;
  /** 会社の事実を引く口。 */
  readonly directory: {
    readonly gbizinfo: { readonly baseUrl: string; readonly token: string } | null;
    readonly nta: { readonly baseUrl: string; readonly applicationId: string } | null;
    /** 模擬の口を使う。 */
    readonly embedded: boolean;
    readonly demoMode: DirectoryMode;
  };
  /** null なら .eml に残す。 */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** null なら実行系の認証局の一覧で確かめる。 */
  readonly smtpCaFile: string | null;
  readonly bulkMailsPerMinute: number;
  /** null なら、届かなかったメールの知らせを受けない。 */
  readonly bounceSecret: string | null;
  /** null なら DKIM の署名をしない。 */
  readonly dkim: { readonly domain: string; readonly selector: string; readonly keyFile: string } | null;
  readonly trustProxy: number;
  /** null ならウイルスの検査をしない（未検査と示す）。 */
  readonly clamd: { readonly host: string; readonly port: number } | { readonly path: string } | null;
  readonly attachmentScan: "required" | "optional";
  readonly signing: {
    /** null なら試験用の認証局を作って使う。 */
    readonly keyFiles: { readonly key: string; readonly certificates: string } | null;
    /** 時刻認証局。null なら B-B。 */
    readonly timestampUrl: string | null;
  };
};

/** 設定が無ければ、デモと開発では模擬の口を使い、本番では尋ねない。 */
function directoryIn(values: z.infer<typeof environment>): Config["directory"] {
  const { GBIZINFO_BASE_URL, GBIZINFO_TOKEN, NTA_BASE_URL, NTA_APPLICATION_ID } = values;
  const on = values.COMPANY_DIRECTORY === "on";
  const gbizinfo =
    !on || GBIZINFO_BASE_URL === undefined || GBIZINFO_TOKEN === undefined
      ? null
      : { baseUrl: GBIZINFO_BASE_URL, token: GBIZINFO_TOKEN };
  const nta =
    !on || NTA_BASE_URL === undefined || NTA_APPLICATION_ID === undefined
      ? null
      : { baseUrl: NTA_BASE_URL, applicationId: NTA_APPLICATION_ID };
  const demo = values.DEMO || values.NODE_ENV !== "production";
  return {
    gbizinfo,
    nta,
    embedded: on && demo && gbizinfo === null && nta === null,
    demoMode: values.DEMO_DIRECTORY_MODE,
  };
}

/**
 * @param env 環境変数
 * @throws 値が誤っているとき。どの変数がなぜ誤りかを全部並べる
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`設定が正しくありません。\n${lines.join("\n")}`);
  }
  const values = parsed.data;
  const issuer = (name: "GBIZID" | "STAFF"): IssuerConfig | null => {
    const [url, clientId, clientSecret] = [
      values[`${name}_ISSUER`],
      values[`${name}_CLIENT_ID`],
      values[`${name}_CLIENT_SECRET`],
    ];
    return url === undefined || clientId === undefined || clientSecret === undefined
      ? null
      : { issuer: url, clientId, clientSecret };
  };
  const demo = values.DEMO || values.NODE_ENV !== "production";
  const clamd =
    values.CLAMD_SOCKET !== undefined
      ? { path: values.CLAMD_SOCKET }
      : values.CLAMD_HOST !== undefined
        ? { host: values.CLAMD_HOST, port: values.CLAMD_PORT }
        : null;
  return {
    production: values.NODE_ENV === "production",
    demo,
    port: values.PORT,
    host: values.HOST,
    origin: values.ORIGIN?.replace(/\/$/u, "") ?? null,
    dataDir: values.DATA_DIR,
    auditHeadsDir: values.AUDIT_HEADS_DIR ?? join(values.DATA_DIR, "audit-heads"),
    logLevel: values.LOG_LEVEL,
    staffAccess: {
      namedGroups: values.STAFF_GROUP_NAMES === undefined ? demo : values.STAFF_GROUP_NAMES === "named",
      openJoining: values.STAFF_JOINING === undefined ? demo : values.STAFF_JOINING === "open",
      administratorGroup: values.STAFF_ADMINISTRATOR_GROUP ?? null,
    },
    stepUpMinutes: values.STEP_UP_MINUTES,
    gbizid: issuer("GBIZID"),
    staff: issuer("STAFF"),
    directory: directoryIn(values),
    smtpUrl: values.SMTP_URL ?? null,
    mailFrom: values.MAIL_FROM,
    smtpCaFile: values.SMTP_CA_FILE ?? null,
    bulkMailsPerMinute: values.MAIL_BULK_PER_MINUTE,
    bounceSecret: values.MAIL_BOUNCE_SECRET ?? null,
    dkim:
      values.DKIM_DOMAIN === undefined ||
      values.DKIM_SELECTOR === undefined ||
      values.DKIM_KEY_FILE === undefined
        ? null
        : { domain: values.DKIM_DOMAIN, selector: values.DKIM_SELECTOR, keyFile: values.DKIM_KEY_FILE },
    trustProxy: values.TRUST_PROXY,
    clamd,
    attachmentScan: values.ATTACHMENT_SCAN ?? (clamd === null ? "optional" : "required"),
    signing: {
      keyFiles:
        values.SIGNING_KEY_FILE === undefined || values.SIGNING_CERTIFICATE_FILE === undefined
          ? null
          : { key: values.SIGNING_KEY_FILE, certificates: values.SIGNING_CERTIFICATE_FILE },
      timestampUrl: values.SIGNING_TIMESTAMP_URL ?? null,
    },
  };
}
