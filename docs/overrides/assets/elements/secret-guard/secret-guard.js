/** The guard of the letters by itself, for other boxes: fetched only once something long was pasted. */
export { findSecret } from "../letter-form/secrets.js";
