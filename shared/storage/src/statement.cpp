// SPDX-License-Identifier: Apache-2.0
#include "database_impl.h"

namespace peil::storage {

Statement::Statement(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {}
Statement::Statement(Statement&&) noexcept = default;

Statement& Statement::operator=(Statement&& other) noexcept {
    std::swap(m_impl, other.m_impl);
    return *this;
}

Statement::~Statement() {
    if (!m_impl) return;
    ::sqlite3_reset(m_impl->statement.get());
    // Else the last answer bound here would stay in memory until the next use.
    ::sqlite3_clear_bindings(m_impl->statement.get());
    m_impl->database->idle[m_impl->sql].push_back(std::move(m_impl->statement));
}

Statement& Statement::bind(int index, std::string_view text) {
    // A null pointer would bind NULL.
    const char* data = text.data() == nullptr ? "" : text.data();
    m_impl->note(
        ::sqlite3_bind_text64(m_impl->statement.get(), index, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind(int index, std::int64_t value) {
    m_impl->note(::sqlite3_bind_int64(m_impl->statement.get(), index, value));
    return *this;
}

Statement& Statement::bind(int index, double value) {
    m_impl->note(::sqlite3_bind_double(m_impl->statement.get(), index, value));
    return *this;
}

Statement& Statement::bindBlob(int index, ByteView bytes) {
    if (bytes.empty())
        m_impl->note(::sqlite3_bind_zeroblob(m_impl->statement.get(), index, 0));
    else
        m_impl->note(
            ::sqlite3_bind_blob64(m_impl->statement.get(), index, bytes.data(), bytes.size(), SQLITE_TRANSIENT));
    return *this;
}

Statement& Statement::bindNull(int index) {
    m_impl->note(::sqlite3_bind_null(m_impl->statement.get(), index));
    return *this;
}

Result<bool> Statement::step() {
    auto& database = *m_impl->database;
    if (database.broken) return tl::unexpected(database.error(SQLITE_IOERR));
    if (m_impl->bindError != SQLITE_OK) return tl::unexpected(database.error(m_impl->bindError));
    const int rc = ::sqlite3_step(m_impl->statement.get());
    if (rc == SQLITE_ROW) return true;
    if (rc == SQLITE_DONE) return false;
    auto error = database.error(rc);
    ::sqlite3_reset(m_impl->statement.get());
    return tl::unexpected(std::move(error));
}

Result<> Statement::run() {
    PEIL_TRY(bool more, step());
    while (more) {
        PEIL_TRY(more, step());
    }
    // So that a statement in a loop can be bound again.
    ::sqlite3_reset(m_impl->statement.get());
    return {};
}

std::string Statement::text(int column) const {
    const auto* data = ::sqlite3_column_text(m_impl->statement.get(), column);
    if (data == nullptr) return {};
    const auto size = static_cast<std::size_t>(::sqlite3_column_bytes(m_impl->statement.get(), column));
    return {reinterpret_cast<const char*>(data), size};
}

std::int64_t Statement::integer(int column) const {
    return ::sqlite3_column_int64(m_impl->statement.get(), column);
}

double Statement::real(int column) const {
    return ::sqlite3_column_double(m_impl->statement.get(), column);
}

Bytes Statement::blob(int column) const {
    const auto* data = static_cast<const std::uint8_t*>(::sqlite3_column_blob(m_impl->statement.get(), column));
    if (data == nullptr) return {};
    return {data, data + ::sqlite3_column_bytes(m_impl->statement.get(), column)};
}

bool Statement::isNull(int column) const {
    return ::sqlite3_column_type(m_impl->statement.get(), column) == SQLITE_NULL;
}

} // namespace peil::storage
