/**
 * 誰が誰を取り込んでよいか（docs の家の図の検査）。種類ごとに一文。`npm run imports` が確かめ、
 * どの規則も本当に違反を捕まえることを test/architecture/import-rules.test.ts が確かめる。
 *
 * 全部を見てよいのは server.ts、app/portal.server.ts、app/services.server.ts、app/worker.server.ts、scripts だけ。
 */

/** この家のファイル（npm でも Node の組み込みでもない物）。 */
const HOUSE = "^(app|db|pdf-templates|scripts|test)/|^[^/]+\\.(ts|tsx|js|mjs)$";
/** 組み立ての場所。全部を見てよい。 */
const COMPOSITION = "^(server\\.ts$|scripts/|app/(portal|services|worker)\\.server\\.ts$)";

const npm = (names) => `(^|node_modules/)(${names.join("|")})(/|$)`;

/** `from` の部屋から取り込んでよい家の中の物を、`allowed` だけに限る。 */
const room = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { path: HOUSE, pathNot: allowed },
});

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-circular",
      comment: "輪になった取り込みは、読む順も直す順も決められないので作らない。",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "どこからも使われず何も使わないファイルは残さない。",
      severity: "error",
      from: {
        orphan: true,
        pathNot: ["\\.d\\.ts$", "^scripts/[^/]+\\.(ts|mjs)$", "^[^/]+\\.config\\.(ts|js)$"],
      },
      to: {},
    },
    {
      name: "not-to-unresolvable",
      comment: "見つからない物を取り込まない（綴り違い、package.json の書き忘れ）。",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^virtual:" },
    },
    {
      name: "not-to-dev-dependency",
      comment: "動くサーバーは devDependencies の物を使わない（型だけなら使ってよい）。",
      severity: "error",
      from: { path: "^(app|db|pdf-templates)/|^server\\.ts$", pathNot: "^app/routes\\.ts$" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only", "npm"] },
    },
    {
      name: "not-to-test",
      comment: "本体は試験を取り込まない。",
      severity: "error",
      from: { pathNot: "^test/" },
      to: { path: "^test/" },
    },
    room(
      "domain-only-itself",
      "domain は自分だけを取り込む。法の計算は外を知らない。",
      "^app/domain/",
      "^app/domain/",
    ),
    {
      name: "domain-npm",
      comment: "domain が使う外の物は zod と temporal-polyfill だけ。Node の組み込みも使わない。",
      severity: "error",
      from: { path: "^app/domain/" },
      to: { pathNot: [HOUSE, npm(["zod", "temporal-polyfill"])] },
    },
    room(
      "pdf-templates-to-domain",
      "pdf-templates は domain だけを取り込む。帳票は渡された値だけから作る。",
      "^pdf-templates/",
      "^(pdf-templates|app/domain)/",
    ),
    room("db-to-domain", "db は domain だけを取り込む。", "^db/", "^(db|app/domain)/"),
    {
      name: "engine-only-in-db",
      comment: "データベースの名前と道具は db の外に出さない。",
      severity: "error",
      from: { pathNot: ["^db/", "^scripts/", "^test/", "^drizzle\\.config\\.ts$"] },
      to: { path: npm(["better-sqlite3", "drizzle-orm", "@types/better-sqlite3"]) },
    },
    {
      name: "adapters-to-domain",
      comment: "adapters は domain と自分のフォルダだけを取り込む（pdf は pdf-templates も）。",
      severity: "error",
      from: { path: "^app/adapters/([^/]+)/" },
      to: {
        path: HOUSE,
        pathNot: ["^app/domain/", "^app/adapters/", "^pdf-templates/"],
      },
    },
    {
      name: "adapters-own-folder",
      comment: "adapters は互いを知らない。",
      severity: "error",
      from: { path: "^app/adapters/([^/]+)/" },
      to: { path: "^app/adapters/", pathNot: "^app/adapters/$1/" },
    },
    {
      name: "pdf-templates-only-from-pdf-adapter",
      comment: "帳票の型板を取り込む adapter は pdf だけ。",
      severity: "error",
      from: { path: "^app/adapters/", pathNot: "^app/adapters/pdf/" },
      to: { path: "^pdf-templates/" },
    },
    {
      name: "outside-world-behind-adapters",
      comment:
        "外と話す道具（OIDC、メール、PDF、署名、別スレッド）は adapters と pdf-templates の中だけで使う。",
      severity: "error",
      from: { pathNot: [COMPOSITION, "^app/adapters/", "^pdf-templates/", "^test/"] },
      to: {
        path: npm([
          "openid-client",
          "oidc-provider",
          "nodemailer",
          "@react-pdf",
          "piscina",
          "pkijs",
          "asn1js",
        ]),
      },
    },
    room(
      "usecases-to-domain-db-ports",
      "usecases は domain と db と、adapters の口（*-port.ts）だけを取り込む。",
      "^app/usecases/",
      ["^app/(usecases|domain)/", "^db/", "^app/adapters/[^/]+/[^/]*port(\\.server)?\\.ts$"],
    ),
    {
      name: "usecases-ports-as-types",
      comment: "usecases が adapters から取り込むのは型だけ（import type）。",
      severity: "error",
      from: { path: "^app/usecases/" },
      to: { path: "^app/adapters/", dependencyTypesNot: ["type-only"] },
    },
    room(
      "http-to-usecases",
      "http は domain と usecases だけを取り込む（セッションから行為者を決めるため）。",
      "^app/http/",
      "^app/(http|domain|usecases)/",
    ),
    room("ui-to-domain", "ui は domain だけを取り込む。", "^app/ui/", "^app/(ui|domain)/"),
    {
      name: "no-server-files-in-ui",
      comment: "ui は画面に届く。サーバーだけのファイルも Node の組み込みも取り込まない。",
      severity: "error",
      from: { path: "^app/(ui/|entry\\.client\\.tsx$)" },
      to: { path: "\\.server\\.tsx?$" },
    },
    {
      name: "no-node-in-ui",
      comment: "ui は画面に届く。Node の組み込みを取り込まない。",
      severity: "error",
      from: { path: "^app/(ui/|entry\\.client\\.tsx$)" },
      to: { dependencyTypes: ["core"] },
    },
    room(
      "routes-thin",
      "routes は domain、usecases、http、ui だけを取り込む。db、adapters、pdf-templates には触れない。",
      "^app/(routes/|root\\.tsx$)",
      "^app/(routes|domain|usecases|http|ui)/|^app/[^/]+\\.css$",
    ),
    {
      name: "services-only-at-the-top",
      comment:
        "設定と組み立ては最上段だけが取り込む。部品へは引数か getLoadContext で渡す（写しが二つできるため）。",
      severity: "error",
      from: { pathNot: [COMPOSITION, "^test/"] },
      to: {
        path: "^app/(config|services|worker)\\.server\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "remix-only-at-the-edge",
      comment:
        "@remix-run/* は routes、http、root、entry、routes.ts（と立ち上げの server.ts、portal）だけで使う。React Router への引っ越しを機械的にするため。",
      severity: "error",
      from: {
        pathNot: [
          "^app/(routes|http)/",
          "^app/(root|entry\\.client|entry\\.server)\\.tsx$",
          "^app/routes\\.ts$",
          "^app/portal\\.server\\.ts$",
          "^server\\.ts$",
          "^[^/]+\\.config\\.(ts|js)$",
          "^scripts/",
          "^test/",
        ],
      },
      to: { path: npm(["@remix-run"]) },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: ["^build/", "^var/", "\\.css$", "\\.(ttf|csv|json|svg|png|ico)$"] },
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    combinedDependencies: false,
    moduleSystems: ["es6", "cjs"],
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".d.ts"],
    },
    skipAnalysisNotInRules: true,
  },
};
