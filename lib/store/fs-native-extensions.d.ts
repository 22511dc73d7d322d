declare module "fs-native-extensions" {
  /** Takes the kernel's lock on an open file, until it is closed or its process ends; false while somebody else has it. */
  export function tryLock(descriptor: number): boolean
}
