namespace Cradle.Cli.Drills;

/// <summary>How much a drill does.</summary>
/// <param name="Cases">How many forms are sent.</param>
/// <param name="Seed">The chance by which processes are killed and answers spoilt.</param>
/// <param name="Kills">How many times at least a process is killed.</param>
internal sealed record DrillPlan(int Cases, int Seed, int Kills);
