/** 一か所ずつ嘘をつける OpenID Provider。検証が一つでも抜けていれば、ここで通ってしまう。 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from "jose";
import { closeServer, listen } from "./portal-with-embedded-providers.ts";

type Reply = (request: IncomingMessage, response: ServerResponse) => void;

/** 差し替える応答と ID トークンの中身。何も差し替えなければ正しい Provider である。 */
export interface Lies {
  discovery?: Reply;
  /** discovery の正しい答えに重ねる値。 */
  metadata?: Readonly<Record<string, unknown>>;
  token?: Reply;
  keys?: Reply;
  userinfo?: Reply;
  idToken?: (claims: JWTPayload) => JWTPayload;
  /** 署名の嘘。unknownKid は、一覧に無い番号を名乗る別の鍵。 */
  algorithm?: "none" | "otherKey" | "unknownKid";
}

export const json =
  (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply =>
  (_request, response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(body));
  };

export const silence: Reply = () => undefined;

export const htmlPage: Reply = (_request, response) => {
  response.writeHead(200, { "content-type": "text/html" });
  response.end("<p>ただいまメンテナンス中です</p>");
};

export const halfBody: Reply = (_request, response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write('{"access_token":');
};

/** 答えずに、つながりを切る。 */
export const hangUp: Reply = (request) => request.socket.destroy();

/** 一文字ずつ、いつまでも送り続ける。 */
export const drip: Reply = (_request, response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const timer = setInterval(() => response.write(" "), 20);
  response.on("close", () => clearInterval(timer));
};

/** 別の場所へ移らせる。 */
export const redirectTo =
  (location: string): Reply =>
  (_request, response) => {
    response.writeHead(307, { location });
    response.end();
  };

/** 正しい形のまま、本文を megabytes だけ太らせる。 */
export const bloated = (body: object, megabytes: number): Reply =>
  json(200, { ...body, padding: "x".repeat(megabytes * 1024 * 1024) });

export interface HostileProvider {
  readonly issuer: string;
  readonly requests: string[];
  /** 次のログインの ID トークンに入れる nonce。 */
  nonce: string;
  lies: Lies;
  /** 署名の鍵を新しい番号の鍵に替える。 */
  readonly rotateKeys: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export const honestUserInfo = { sub: "s1", name: "佐藤 亮", email: "sato@staff.example.jp", groups: [] };

export async function startHostileProvider(): Promise<HostileProvider> {
  const newKey = async (kid: string) => {
    const { privateKey, publicKey } = await generateKeyPair("RS256");
    return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: "RS256", use: "sig" } };
  };
  let keys = 1;
  let signing = await newKey("k1");
  const other = await generateKeyPair("RS256");
  const server = createServer((request, response) => void answer(request, response));
  const origin = await listen(server);
  const issuer = `${origin}/op/`;

  const idToken = async (): Promise<string> => {
    const now = Math.floor(Date.now() / 1000);
    const honest = {
      iss: issuer,
      sub: "s1",
      aud: "portal",
      iat: now,
      exp: now + 300,
      auth_time: now,
      nonce: provider.nonce,
    };
    const claims = provider.lies.idToken?.(honest) ?? honest;
    if (provider.lies.algorithm === "none") {
      const parts = [{ alg: "none" }, claims].map((part) =>
        Buffer.from(JSON.stringify(part)).toString("base64url"),
      );
      return `${parts.join(".")}.`;
    }
    const key = provider.lies.algorithm === undefined ? signing.privateKey : other.privateKey;
    const kid = provider.lies.algorithm === "unknownKid" ? "k99" : signing.kid;
    return new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid }).sign(key);
  };

  const honestMetadata = {
    issuer,
    authorization_endpoint: `${issuer}authorize`,
    token_endpoint: `${issuer}token`,
    userinfo_endpoint: `${issuer}userinfo`,
    jwks_uri: `${issuer}keys`,
    id_token_signing_alg_values_supported: ["RS256"],
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? "";
    provider.requests.push(path);
    request.resume();
    if (path.endsWith("/openid-configuration")) {
      (provider.lies.discovery ?? json(200, { ...honestMetadata, ...provider.lies.metadata }))(
        request,
        response,
      );
    } else if (path === "/op/token") {
      const tokens = {
        access_token: "opaque",
        token_type: "Bearer",
        id_token: await idToken(),
      };
      (provider.lies.token ?? json(200, tokens))(request, response);
    } else if (path === "/op/keys") {
      (provider.lies.keys ?? json(200, { keys: [signing.jwk] }))(request, response);
    } else {
      (provider.lies.userinfo ?? json(200, honestUserInfo))(request, response);
    }
  };

  const provider: HostileProvider = {
    issuer,
    requests: [],
    nonce: "",
    lies: {},
    rotateKeys: async () => {
      signing = await newKey(`k${(keys += 1)}`);
    },
    close: () => closeServer(server),
  };
  return provider;
}
