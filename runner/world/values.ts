/** An address of IPv4 that is no network (`10.0.0.0/24`). */
const address = /(?<![\w.-])\d{1,3}(?:\.\d{1,3}){3}(?![\w.-]|\/\d)/g;
/** Addresses that are the same for everybody: the machine's own, and servers of names that the world knows. */
const everywhere = /^(?:127\.|0\.0\.0\.0$|255\.|8\.8\.[48]\.[48]$|1\.[01]\.[01]\.1$|9\.9\.9\.9$|114\.114\.114\.114$)/;
/** An ID of Docker, whole or cut short; one of swarm's. */
const id = /(?<![\w./-])(?:(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{6,64}|(?=[a-z]*\d)[0-9a-z]{25})(?![\w./-])/g;

/** An address that is shown with the size of its network (`172.17.0.2/16`). */
const withNetwork = /(?<![\w.-])\d{1,3}(?:\.\d{1,3}){2}\.[1-9]\d{0,2}(?=\/\d\d?(?![\w./-]))/g;

/** Values that an output shows, those with the size of their network among them. */
export function valuesShownIn(text: string): readonly string[] {
  const addresses = (text.match(withNetwork) ?? []).filter((one) => !everywhere.test(one));
  return [...new Set([...valuesIn(text), ...addresses])];
}

/**
 * Values in a text that Docker or a network chose: they are others for each reader, who takes them from what an
 * earlier command printed.
 */
export function valuesIn(text: string): readonly string[] {
  const addresses = (text.match(address) ?? []).filter((one) => !everywhere.test(one));
  return [...new Set([...addresses, ...(text.match(id) ?? [])])];
}
