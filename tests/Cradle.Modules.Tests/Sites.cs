using Cradle.Tests;

[assembly: AssemblyFixture(typeof(CradleSite))]
