using System.Data.Common;
using Npgsql;

namespace Cradle.Platform.PostgreSql;

/// <summary>
/// What a connection does where its string says nothing of it. The statements of the product are few and come back all the time: prepared, the server plans
/// each once. And nothing is left in a session that the next user of a pooled connection could trip over, so it is not reset.
/// </summary>
internal static class ConnectionDefaults
{
    // Beyond what the pages, endpoints and jobs of the product send.
    private const int Statements = 500;

    public static string Of(string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        var said = new DbConnectionStringBuilder { ConnectionString = connectionString }.Keys.Cast<string>().Select(key => key.Replace(" ", "", StringComparison.Ordinal)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (!said.Contains(nameof(connection.MaxAutoPrepare)))
        {
            connection.MaxAutoPrepare = Statements;
        }

        if (!said.Contains(nameof(connection.NoResetOnClose)))
        {
            connection.NoResetOnClose = true;
        }

        return connection.ConnectionString;
    }
}
