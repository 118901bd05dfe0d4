using BenchmarkDotNet.Running;
using Cradle.Benchmarks;

// dotnet run -c Release --project benchmarks/Cradle.Benchmarks -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(FamilyBenchmarks).Assembly).Run(args);
