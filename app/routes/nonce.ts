import { createContext, useContext } from "react";

/** CSP の nonce。server でだけ値があり、client では undefined（script は server が付け終えている）。 */
export const NonceContext = createContext<string | undefined>(undefined);
export const useNonce = (): string | undefined => useContext(NonceContext);
