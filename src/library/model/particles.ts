/** Whether a particle stands right before the name: `d'`, `al-`. */
export function isJoined(particle: string): boolean {
  return /[-‐'’ʼ]$/.test(particle);
}

/** A family name, or what stands for it, with a particle before it: `van Gogh`, `d'Alembert`. */
export function besideFamily(particle: string | undefined, family = ''): string {
  return particle ? particle + (isJoined(particle) || family === '' ? '' : ' ') + family : family;
}
