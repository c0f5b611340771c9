/**
 * Remix の設定。Remix の Vite プラグインはこのファイルを自分では読まないので、vite.config.ts が取り込む。
 * 両者が同じ物であることは test/architecture が確かめる。
 * @type {import("@remix-run/dev").VitePluginConfig}
 */
export default {
  appDirectory: "app",
  serverBuildFile: "index.js",
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
};
