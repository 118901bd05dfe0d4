using Cradle.Tests;

[assembly: AssemblyFixture(typeof(CradleSite))]
[assembly: AssemblyFixture(typeof(Cradle.Modules.Tests.Site))]
[assembly: AssemblyFixture(typeof(PostgreSqlServer))]
