namespace Cradle.Rules.Tests.Identity;

/// <summary>The suite on PostgreSQL 15.</summary>
public class PostgreSqlIdentityTests(PostgreSqlServer server) : IdentitySuite
{
    internal override IBackEnd CreateBackEnd() => new PostgreSqlBackEnd(server);
}
