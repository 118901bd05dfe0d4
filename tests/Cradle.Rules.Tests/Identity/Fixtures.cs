[assembly: AssemblyFixture(typeof(Cradle.Tests.PostgreSqlServer))]
