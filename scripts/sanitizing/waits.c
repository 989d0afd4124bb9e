// Tells the thread sanitizer of waiting that it cannot see. It knows what was compiled for it and what it intercepts; the libraries of
// Swift and libdispatch are neither: a thread that waits in them for another seems to wait for nobody, and everything that the two
// hand each other seems a race. Loaded before those libraries (LD_PRELOAD), this stands between them and their callers.
//
// Sources: the sanitizer's own `__tsan_acquire` and `__tsan_release`; Swift's `_MutexHandle` (stdlib/public/Synchronization/Mutex), whose
// slow ways are functions of the library, and whose fast ways are compiled into the caller and are seen.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>

extern void __tsan_acquire(void *) __attribute__((weak));
extern void __tsan_release(void *) __attribute__((weak));

static void acquire(void *what) {
  if (__tsan_acquire) __tsan_acquire(what);
}

static void release(void *what) {
  if (__tsan_release) __tsan_release(what);
}

// The function of that name that would have been called without this one.
#define NEXT(name) (Next) dlsym(RTLD_NEXT, name)

typedef void (^Block)(void);
typedef void (^IndexedBlock)(uintptr_t);

// MARK: libdispatch

intptr_t dispatch_semaphore_signal(void *semaphore) {
  typedef intptr_t (*Next)(void *);
  static Next next;
  if (!next) next = NEXT("dispatch_semaphore_signal");
  release(semaphore);
  return next(semaphore);
}

intptr_t dispatch_semaphore_wait(void *semaphore, uint64_t timeout) {
  typedef intptr_t (*Next)(void *, uint64_t);
  static Next next;
  if (!next) next = NEXT("dispatch_semaphore_wait");
  intptr_t result = next(semaphore, timeout);
  if (!result) acquire(semaphore);
  return result;
}

// Only queues that do one thing after the other are used here: what one block did, the next sees.
void dispatch_async(void *queue, Block block) {
  typedef void (*Next)(void *, Block);
  static Next next;
  if (!next) next = NEXT("dispatch_async");
  release(queue);
  next(queue, ^{
    acquire(queue);
    block();
    release(queue);
  });
}

void dispatch_sync(void *queue, Block block) {
  typedef void (*Next)(void *, Block);
  static Next next;
  if (!next) next = NEXT("dispatch_sync");
  release(queue);
  next(queue, ^{
    acquire(queue);
    block();
    release(queue);
  });
  acquire(queue);
}

void dispatch_apply(uintptr_t count, void *queue, IndexedBlock block) {
  typedef void (*Next)(uintptr_t, void *, IndexedBlock);
  static Next next;
  if (!next) next = NEXT("dispatch_apply");
  char mark;
  void *end = &mark;
  release(end);
  next(count, queue, ^(uintptr_t index) {
    acquire(end);
    block(index);
    release(end);
  });
  acquire(end);
}

// MARK: Synchronization.Mutex

__attribute__((swiftcall)) void lock_slowly(uint32_t thread, __attribute__((swift_context)) void *handle) __asm__(
    "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF");

__attribute__((swiftcall)) void lock_slowly(uint32_t thread, __attribute__((swift_context)) void *handle) {
  typedef __attribute__((swiftcall)) void (*Next)(uint32_t, __attribute__((swift_context)) void *);
  static Next next;
  if (!next) next = NEXT("$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF");
  next(thread, handle);
  acquire(handle);
}

__attribute__((swiftcall)) void unlock_slowly(__attribute__((swift_context)) void *handle) __asm__(
    "$s15Synchronization12_MutexHandleV11_unlockSlowyyF");

__attribute__((swiftcall)) void unlock_slowly(__attribute__((swift_context)) void *handle) {
  typedef __attribute__((swiftcall)) void (*Next)(__attribute__((swift_context)) void *);
  static Next next;
  if (!next) next = NEXT("$s15Synchronization12_MutexHandleV11_unlockSlowyyF");
  release(handle);
  next(handle);
}
