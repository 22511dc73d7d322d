import { execFileSync } from "node:child_process"
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statfsSync, truncateSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** A small disk of our own: an ext4 file system in a file. */
export type Disk = {
  folder: string
  /** Takes all the room that is left. */
  stuff(): void
  makeRoom(): void
  /** Cuts the file system off as a power cut does: what it had not synced is lost, its own log too. */
  cut(): void
  /** Brings what is on it back, as a restart of the machine does. Nobody may have a file of it open. */
  restart(): void
  remove(): void
}

/** What this machine lacks to make one. */
export const lacksDisks = (): string | undefined =>
  process.getuid?.() === 0 && existsSync("/dev/loop-control") && existsSync("/usr/sbin/mkfs.ext4")
    ? undefined
    : "root, loop devices and mkfs.ext4"

/** `EXT4_IOC_SHUTDOWN` of the Linux kernel, with `EXT4_GOING_FLAGS_NOLOGFLUSH`. Node has no ioctl, and every Debian has Perl. */
const shutdown = "open(F, '<', $ARGV[0]) or die $!; my $how = pack('L', 2); ioctl(F, 0x8004587d, $how) or die $!"

/** Makes a disk of this size. */
export function disk(megabytes: number): Disk {
  const place = mkdtempSync(join(tmpdir(), "latchkey-disk-"))
  // Postgres has a user of its own.
  chmodSync(place, 0o755)
  const [image, folder] = [join(place, "image"), join(place, "disk")]
  writeFileSync(image, "")
  truncateSync(image, megabytes * 1024 * 1024)
  execFileSync("mkfs.ext4", ["-q", "-m", "0", image])
  mkdirSync(folder)
  const mount = () => execFileSync("mount", ["-o", "loop", image, folder])
  const unmount = () => execFileSync("umount", [folder])
  mount()
  const ballast = join(folder, "ballast")
  return {
    folder,
    stuff() {
      const { bavail, bsize } = statfsSync(folder)
      try {
        writeFileSync(ballast, Buffer.alloc(bavail * bsize))
      } catch {
        // That was all.
      }
    },
    makeRoom: () => rmSync(ballast),
    cut: () => void execFileSync("perl", ["-e", shutdown, folder]),
    restart() {
      unmount()
      mount()
    },
    remove() {
      unmount()
      rmSync(place, { recursive: true })
    },
  }
}
