// SPDX-License-Identifier: Apache-2.0
// Overwrites memory when it is freed. Typed text passes through many short-lived strings of Qt, QML and the form engine
// that cannot be wiped one by one. Linked into programs that show answers, never into a library; not used with
// sanitizers, which have their own allocator.
#include <cstdlib>
#include <cstring>

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

#include <algorithm>
#include <malloc.h>

extern "C" {

void* __libc_malloc(std::size_t size); // NOLINT(bugprone-reserved-identifier): names of glibc
void __libc_free(void* memory);        // NOLINT(bugprone-reserved-identifier)

void free(void* memory) noexcept {
    if (memory == nullptr) return;
    ::explicit_bzero(memory, ::malloc_usable_size(memory));
    ::__libc_free(memory);
}

/// glibc's own gives the old block back without a call of free().
void* realloc(void* memory, std::size_t size) noexcept {
    if (memory == nullptr) return ::__libc_malloc(size);
    const auto usable = ::malloc_usable_size(memory);
    if (size <= usable && size > usable / 2) return memory;
    if (size == 0) {
        free(memory);
        return nullptr;
    }
    void* moved = ::__libc_malloc(size);
    if (moved == nullptr) return nullptr;
    std::memcpy(moved, memory, std::min(size, usable));
    free(memory);
    return moved;
}
}

#endif
