using Cradle.Tests;

[assembly: AssemblyFixture(typeof(CradleSite))]
[assembly: AssemblyFixture(typeof(PostgreSqlServer))]
