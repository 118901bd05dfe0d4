using Cradle.Platform.PostgreSql;
using Npgsql;

namespace Cradle.Platform.Tests;

public class ConnectionDefaultTests
{
    [Theory]
    [InlineData("Host=db;Database=cradle", 500, true)]
    [InlineData("Host=db;Max Auto Prepare=0", 0, true)]
    [InlineData("Host=db;MaxAutoPrepare=7;No Reset On Close=false", 7, false)]
    public void Statements_are_prepared_and_sessions_kept_unless_the_connection_says_otherwise(string said, int prepared, bool kept)
    {
        var used = new NpgsqlConnectionStringBuilder(ConnectionDefaults.Of(said));
        Assert.Equal((prepared, kept, "db"), (used.MaxAutoPrepare, used.NoResetOnClose, used.Host));
    }
}
