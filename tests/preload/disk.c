/* Watches what a program does to its files, and makes that fail when a test asks for it. Loaded by LD_PRELOAD.
 *
 *   PRELOAD_ROOT     watched are the files below this directory, but for *-shm, which no power cut leaves, and *.lock
 *   PRELOAD_LOG      each change of a watched file is appended here in the order in which they were made: see record()
 *   PRELOAD_CONTROL  a file that the test writes to while the program runs: see struct control
 *
 * One lock is held from the change to its record, so the log's order is the disk's. A sync is recorded when it has
 * succeeded: whatever stands before it, of that file, is safe. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* The function of this name behind this library's own. */
#define REAL(name) ({ static __typeof__(&name) found; \
    found = found ? found : (__typeof__(&name)) dlsym(RTLD_NEXT, #name); found; })

/* Eight numbers of 64 bits. */
struct control {
    int64_t countdown; /* the n-th change from now fails; 0 is never */
    int64_t action;    /* with this errno, or -9: the program is killed just before it */
    int64_t only;      /* counted are 0 all files, 1 those that end in .db, 2 in -wal, 3 those in a directory keys */
    int64_t fired;     /* how often a change has failed by the countdown */
    int64_t full;      /* while it is not 0, nothing can be written: ENOSPC */
    int64_t clock_ms;  /* added to the wall's clock */
    int64_t counted;   /* changes so far */
    int64_t refused;   /* how often a change has failed because the disk was full */
};

enum { FILES = 65536, CREATED = 1, TRUNCATED = 2, DIRECTORY = 4 };

static struct file { char *path; uint64_t handle; } files[FILES];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static volatile struct control *control;
static const char *root;
static int log_file = -1;
static uint32_t handles;

__attribute__((constructor)) static void begin(void)
{
    const char *log = getenv("PRELOAD_LOG"), *path = getenv("PRELOAD_CONTROL");
    root = getenv("PRELOAD_ROOT");
    if (log) log_file = REAL(open)(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    int fd = path ? REAL(open)(path, O_RDWR | O_CLOEXEC) : -1;
    if (fd < 0) return;
    void *mapped = mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (mapped != MAP_FAILED) control = mapped;
    REAL(close)(fd);
}

static int ends(const char *path, const char *with)
{
    size_t length = strlen(path), tail = strlen(with);
    return length >= tail && !strcmp(path + length - tail, with);
}

static int watched(const char *path)
{
    return root && path && !strncmp(path, root, strlen(root)) && !ends(path, "-shm") && !ends(path, ".lock");
}

/* kind: 1 byte; handle, offset: 8 each; lengths of a and b: 4 each; a; b. Little-endian, as every machine we test on. */
static void record(char kind, uint64_t handle, uint64_t offset, const char *a, const void *b, size_t b_length)
{
    uint32_t lengths[2] = { a ? strlen(a) : 0, b_length };
    size_t whole = 25 + lengths[0] + b_length;
    char *bytes = log_file < 0 ? NULL : malloc(whole);
    if (!bytes) return;
    bytes[0] = kind;
    memcpy(bytes + 1, &handle, 8);
    memcpy(bytes + 9, &offset, 8);
    memcpy(bytes + 17, lengths, 8);
    if (a) memcpy(bytes + 25, a, lengths[0]);
    if (b_length) memcpy(bytes + 25 + lengths[0], b, b_length);
    if (REAL(write)(log_file, bytes, whole) != (ssize_t) whole) abort();
    free(bytes);
}

/* Whether the change at hand is to fail; errno says how. */
static int fails(const char *path, int fills)
{
    if (!control) return 0;
    if (fills && control->full) {
        control->refused++;
        errno = ENOSPC;
        return 1;
    }
    if (control->only == 1 && !ends(path, ".db")) return 0;
    if (control->only == 2 && !ends(path, "-wal")) return 0;
    if (control->only == 3 && !strstr(path, "/keys")) return 0;
    control->counted++;
    if (control->countdown <= 0 || --control->countdown > 0) return 0;
    control->fired++;
    if (control->action == -9) kill(getpid(), SIGKILL);
    errno = control->action;
    return 1;
}

static struct file *of(int fd)
{
    return fd >= 0 && fd < FILES && files[fd].path ? &files[fd] : NULL;
}

typedef int opener(const char *, int, ...);

static int opened(opener *open_file, const char *path, int flags, mode_t mode)
{
    if (!watched(path)) return open_file(path, flags, mode);
    pthread_mutex_lock(&lock);
    int created = (flags & O_CREAT) && access(path, F_OK) != 0, truncated = (flags & O_TRUNC) != 0;
    int fd = (created || truncated) && fails(path, created) ? -1 : open_file(path, flags, mode);
    struct stat stat;
    if (fd >= 0 && fd < FILES && !fstat(fd, &stat)) {
        files[fd] = (struct file) { strdup(path), (uint64_t) getpid() << 32 | ++handles };
        int what = (created ? CREATED : 0) | (truncated ? TRUNCATED : 0) | (S_ISDIR(stat.st_mode) ? DIRECTORY : 0);
        record('O', files[fd].handle, what, path, NULL, 0);
    }
    pthread_mutex_unlock(&lock);
    return fd;
}

#define MODE mode_t mode = 0; if (flags & (O_CREAT | O_TMPFILE)) { \
    va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }
int open(const char *path, int flags, ...) { MODE return opened((opener *) REAL(open), path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE return opened((opener *) REAL(open64), path, flags, mode); }

int close(int fd)
{
    pthread_mutex_lock(&lock);
    if (of(fd)) {
        free(files[fd].path);
        files[fd].path = NULL;
    }
    int done = REAL(close)(fd);
    pthread_mutex_unlock(&lock);
    return done;
}

static ssize_t written(int fd, const void *bytes, size_t length, off64_t at)
{
    pthread_mutex_lock(&lock);
    struct file *file = of(fd);
    off64_t offset = at >= 0 ? at : REAL(lseek64)(fd, 0, (fcntl(fd, F_GETFL) & O_APPEND) ? SEEK_END : SEEK_CUR);
    ssize_t done = -1;
    if (!file || !fails(file->path, 1)) {
        done = at >= 0 ? REAL(pwrite64)(fd, bytes, length, at) : REAL(write)(fd, bytes, length);
        if (file && done > 0) record('W', file->handle, offset, NULL, bytes, done);
    }
    pthread_mutex_unlock(&lock);
    return done;
}

ssize_t write(int fd, const void *bytes, size_t length)
{
    return of(fd) ? written(fd, bytes, length, -1) : REAL(write)(fd, bytes, length);
}
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at)
{
    return of(fd) ? written(fd, bytes, length, at) : REAL(pwrite64)(fd, bytes, length, at);
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { return pwrite64(fd, bytes, length, at); }

int ftruncate64(int fd, off64_t length)
{
    pthread_mutex_lock(&lock);
    struct file *file = of(fd);
    int done = file && fails(file->path, 0) ? -1 : REAL(ftruncate64)(fd, length);
    if (file && !done) record('T', file->handle, length, NULL, NULL, 0);
    pthread_mutex_unlock(&lock);
    return done;
}
int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

static int synced(int fd, int (*sync_file)(int))
{
    if (!of(fd)) return sync_file(fd);
    pthread_mutex_lock(&lock);
    struct file *file = of(fd);
    int done = file && fails(file->path, 0) ? -1 : sync_file(fd);
    if (file && !done) record('S', file->handle, 0, NULL, NULL, 0);
    pthread_mutex_unlock(&lock);
    return done;
}
int fsync(int fd) { return synced(fd, REAL(fsync)); }
int fdatasync(int fd) { return synced(fd, REAL(fdatasync)); }

int unlink(const char *path)
{
    if (!watched(path)) return REAL(unlink)(path);
    pthread_mutex_lock(&lock);
    int done = fails(path, 0) ? -1 : REAL(unlink)(path);
    if (!done) record('U', 0, 0, path, NULL, 0);
    pthread_mutex_unlock(&lock);
    return done;
}

int rename(const char *from, const char *to)
{
    if (!watched(from) && !watched(to)) return REAL(rename)(from, to);
    pthread_mutex_lock(&lock);
    int done = fails(to, 0) ? -1 : REAL(rename)(from, to);
    if (!done) record('R', 0, 0, from, to, strlen(to));
    pthread_mutex_unlock(&lock);
    return done;
}

static int linked(const char *from, const char *to)
{
    pthread_mutex_lock(&lock);
    int done = fails(to, 0) ? -1 : REAL(link)(from, to);
    if (!done) record('L', 0, 0, from, to, strlen(to));
    pthread_mutex_unlock(&lock);
    return done;
}
int link(const char *from, const char *to) { return watched(to) ? linked(from, to) : REAL(link)(from, to); }
int linkat(int from_at, const char *from, int to_at, const char *to, int flags)
{
    return watched(to) ? linked(from, to) : REAL(linkat)(from_at, from, to_at, to, flags);
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
    int done = REAL(clock_gettime)(clock, now);
    if (!done && clock == CLOCK_REALTIME && control) {
        int64_t nanoseconds = now->tv_nsec + control->clock_ms % 1000 * 1000000;
        now->tv_sec += control->clock_ms / 1000 + (nanoseconds < 0 ? -1 : nanoseconds / 1000000000);
        now->tv_nsec = (nanoseconds + 1000000000) % 1000000000;
    }
    return done;
}
