using Cradle.Governance.Ledger;
using Cradle.Platform.Accounts;

namespace Cradle.Governance.Demo;

/// <summary>A task of the demonstration, moved by its people. Each step is one request.</summary>
internal sealed class DemoTask(DemoActors actors, Guid id)
{
    public Guid Id => id;

    public async Task SignAsync(params DemoUnit[] units)
    {
        foreach (var unit in units)
        {
            await actors.DoAsync<TaskService>(unit.UserName, tasks => tasks.SignAsync(id, unit.Unit));
        }
    }

    public Task ReportAsync(DemoUnit unit, string text) => actors.DoAsync<TaskService>(unit.UserName, tasks => tasks.ReportAsync(id, unit.Unit, text));

    /// <summary>Reports, proves by a document and says that the part of the unit is done.</summary>
    public async Task ClaimAsync(DemoUnit unit, string text, string proof, string source)
    {
        await ReportAsync(unit, text);
        await actors.DoAsync<TaskService>(unit.UserName, tasks => tasks.ProveAsync(id, new ProofInput(unit.Unit, proof, source)));
        await MoveAsync(unit.UserName, (tasks, task) => tasks.ClaimAsync(id, unit.Unit, task.Version));
    }

    public Task RiskAsync(DemoUnit unit, string reason) => MoveAsync(unit.UserName, (tasks, task) => tasks.RiskAsync(id, unit.Unit, isAtRisk: true, task.Version, reason));

    public Task AskAsync(DemoUnit unit, DateOnly until, string reason) => MoveAsync(unit.UserName, (tasks, task) => tasks.AskExtensionAsync(id, unit.Unit, until, task.Version, reason));

    public Task GrantAsync(string office, string reason) => MoveAsync(office, (tasks, task) => tasks.DecideExtensionAsync(id, isGranted: true, task.Version, reason));

    /// <summary>Accepts every proof, or none of them with the reason.</summary>
    public Task CheckAsync(string checker, string unit, string? refusal = null) => MoveAsync(checker, (tasks, task) =>
        tasks.CheckAsync(id, unit, refusal is null ? task.Evidence.Select(proof => proof.Id).ToHashSet() : [], task.Version, refusal));

    public Task CloseAsync(string office) => MoveAsync(office, (tasks, task) => tasks.CloseOutAsync(id, task.Version));

    public Task StepAsync(string office, string title, DateOnly by) => actors.DoAsync<TaskService>(office, tasks => tasks.AddMilestoneAsync(id, title, by));

    private Task MoveAsync(string userName, Func<TaskService, KeyTask, Task<LedgerError?>> move) =>
        actors.DoAsync<TaskService>(userName, async tasks => await tasks.FindAsync(id) is { } task ? await move(tasks, task) : new LedgerError.Missing());
}
