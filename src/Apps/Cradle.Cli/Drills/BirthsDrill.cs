using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Cradle.Births;
using Cradle.Births.Cases;
using Cradle.Births.Items;
using Cradle.Births.Newborns;
using Cradle.Departments;
using Cradle.Departments.Requests;
using Cradle.Platform;
using Cradle.Platform.Accounts;
using Cradle.Platform.Audit;
using Cradle.Platform.Connectors;
using Cradle.Platform.Data;
using Cradle.Platform.PostgreSql;
using Cradle.Platform.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Cli.Drills;

/// <summary>What a drill came to.</summary>
internal sealed record DrillResult(bool Passed, IReadOnlyList<string> Lines);

/// <summary>Newborn cases through site and department as processes of their own, both killed at random points, over a line that doubles, delays and loses answers.</summary>
internal sealed class BirthsDrill(string folder, DrillPlan plan, DrillDatabases databases)
{
    private const string Secret = "a-secret-of-this-drill-and-of-nothing-else";
    private const int Senders = 4;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(8);
    private readonly TimeProvider time = TimeProvider.System;
    private readonly string siteState = Path.Combine(folder, "site");
    private readonly string departmentState = Path.Combine(folder, "department");

    public async Task<DrillResult> RunAsync(CancellationToken cancellation)
    {
        var (sitePort, linePort, departmentPort) = (DrilledServer.FreePort(), DrilledServer.FreePort(), DrilledServer.FreePort());
        await using var site = new DrilledServer("site", sitePort, siteState, Settings("department", $"http://127.0.0.1:{departmentPort}/", databases.Site, ("Births:AskAfter", "00:00:05"), ("Births:AskEvery", "00:00:02"), ("Births:Tries", "60"), ("Births:LongestWait", "00:00:02")));
        await using var department = new DrilledServer("department", departmentPort, departmentState, Settings("cradle", $"http://127.0.0.1:{linePort}/", databases.Department, ("Department:Automatic", "true")));
        using var line = new FaultyLine(linePort, site.Address, plan.Seed);
        await Task.WhenAll(site.StartAsync(cancellation), department.StartAsync(cancellation));
        var began = time.GetTimestamp();

        var sending = SendAllAsync(site.Address, cancellation);
        await KillAsync(site, department, sending, cancellation);
        var receipts = await sending;
        var finished = await AwaitAsync(began, cancellation);
        var took = time.GetElapsedTime(began);
        var (siteKills, departmentKills) = (site.Kills, department.Kills);
        await site.KillAsync();
        await department.KillAsync();
        return await CountAsync(receipts, finished, string.Create(CultureInfo.InvariantCulture,
            $"{plan.Cases} forms on {(databases.Site is null ? "SQLite" : "PostgreSQL")}; site killed {siteKills} times, department {departmentKills}; answers doubled {line.Doubled}, delayed {line.Delayed}, lost on the way back {line.Lost}; {took.TotalSeconds:0} s"), cancellation);
    }

    private static Dictionary<string, string> Settings(string partner, string address, string? connection, params (string Key, string Value)[] more)
    {
        var settings = new Dictionary<string, string>
        {
            ["Connector:Partners:0:Name"] = partner, ["Connector:Partners:0:Address"] = address, ["Connector:Partners:0:Keys:0:Id"] = "drill", ["Connector:Partners:0:Keys:0:Secret"] = Secret,
            ["Connector:Timeout"] = "00:00:05", ["Cradle:Outbox:PollEvery"] = "00:00:00.100", ["Cradle:Outbox:FirstWait"] = "00:00:00.200", ["Cradle:Outbox:LongestWait"] = "00:00:02", ["Cradle:Outbox:Tries"] = "200",
            ["Cradle:Outbox:Lease"] = "00:00:05", ["Limits:ApiRequestsPerMinute"] = "1000000", ["Limits:SignInsPerMinute"] = "1000000",
        };
        foreach (var (service, index) in ServiceGraph.All.Select((service, index) => (service, index)))
            settings[string.Create(CultureInfo.InvariantCulture, $"Connector:Partners:0:Services:{index}")] = service;
        settings["Connector:Partners:0:Divisions:0"] = "00";
        if (connection is not null)
            settings["ConnectionStrings:Cradle"] = connection;
        foreach (var (key, value) in more)
            settings[key] = value;
        return settings;
    }

    // Now the one, now the other, while forms are sent and at least so many times; once the department stays away for a while.
    private async Task KillAsync(DrilledServer site, DrilledServer department, Task sending, CancellationToken cancellation)
    {
        var chance = new Random(plan.Seed);
        while (!sending.IsCompleted || site.Kills + department.Kills < plan.Kills)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(chance.Next(200, 2000)), cancellation);
            var victim = chance.Next(2) == 0 ? site : department;
            await victim.KillAsync();
            if (victim == department && department.Kills == 1)
                await Task.Delay(TimeSpan.FromSeconds(8), cancellation);
            await victim.StartAsync(cancellation);
        }
    }

    private async Task<IReadOnlyList<string>> SendAllAsync(Uri site, CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = site, Timeout = TimeSpan.FromSeconds(10) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(client, cancellation));
        var numbers = new string[plan.Cases];
        await Parallel.ForAsync(0, plan.Cases, new ParallelOptions { MaxDegreeOfParallelism = Senders, CancellationToken = cancellation }, async (index, stop) => numbers[index] = await SendAsync(client, index, stop));
        return numbers;
    }

    // As a family with a bad connection does: the same form under the same key, until a receipt comes.
    private async Task<string> SendAsync(HttpClient client, int index, CancellationToken stop)
    {
        var form = FormOf(index);
        while (true)
        {
            try
            {
                using var answer = await client.PostAsJsonAsync("api/v1/births/cases", form, stop);
                if (answer.IsSuccessStatusCode)
                {
                    using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(stop));
                    return body.RootElement[0].GetProperty("number").GetString()!;
                }

                if ((int)answer.StatusCode < 500)
                    throw new UsageException($"A form of the drill was refused with {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(stop)}");
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException || (exception is TaskCanceledException && !stop.IsCancellationRequested))
            {
                // killed under way; whether the form arrived nobody knows
            }

            await Task.Delay(200, stop);
        }
    }

    private static async Task<string> TokenAsync(HttpClient client, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                using var answer = await client.PostAsJsonAsync("api/v1/tokens", new { userName = "changchun.citizen", password = DemoAccounts.Password }, cancellation);
                if (answer.IsSuccessStatusCode)
                {
                    using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellation));
                    return body.RootElement.GetProperty("accessToken").GetString()!;
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException || (exception is TaskCanceledException && !cancellation.IsCancellationRequested))
            {
                // not up at this moment
            }

            await Task.Delay(200, cancellation);
        }
    }

    private object FormOf(int index) => new
    {
        key = new Guid(index + 1, (short)plan.Seed, 0, [0, 0, 0, 0, 0, 0, 0, 1]), residence = "220104", household = "220104", birthplace = "220104",
        birthDate = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), phone = "13800000000",
        mother = new { name = "样例母亲", idNumber = InventedMother.NumberOf(index) }, children = new[] { new { sex = index % 2 == 0 ? "female" : "male", name = "样例宝宝", certificate = string.Create(CultureInfo.InvariantCulture, $"D{index:D9}") } },
    };

    private async Task<bool> AwaitAsync(long began, CancellationToken cancellation)
    {
        while (time.GetElapsedTime(began) < Longest)
        {
            await using var database = Open(siteState, databases.Site);
            if (await database.Set<JointCase>().AllAsync(one => one.State == CaseState.Completed, cancellation) && await database.Outbox.AllAsync(message => message.State == Platform.Messages.MessageState.Delivered, cancellation))
                return true;
            await Task.Delay(500, cancellation);
        }

        return false;
    }

    private async Task<DrillResult> CountAsync(IReadOnlyList<string> receipts, bool finished, string what, CancellationToken cancellation)
    {
        await using var site = Open(siteState, databases.Site);
        await using var department = Open(departmentState, databases.Department);
        var numbers = await site.Set<JointCase>().Select(one => one.Number).ToListAsync(cancellation);
        var states = await site.Set<JointCase>().GroupBy(one => one.State).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellation);
        var lost = receipts.Except(numbers).Count();
        var doubled = numbers.Count - receipts.Distinct().Count();
        var children = await site.Set<ChildRecord>().CountAsync(cancellation);
        var counted = await site.Set<CaseItem>().CountAsync(item => !item.IsExtra, cancellation);
        var done = await site.Set<CaseItem>().CountAsync(item => !item.IsExtra && item.State == ItemState.Done, cancellation);
        var asked = await site.Set<CaseItem>().Select(item => item.Request).ToListAsync(cancellation);
        var received = await department.Set<ReceivedRequest>().Select(request => new { request.Id, request.State, request.Number }).ToListAsync(cancellation);
        var strangers = received.Select(request => request.Id).Except(asked).Count();
        var sameNumber = await site.Set<CaseItem>().Where(item => !item.IsExtra).Select(item => new { item.Request, item.Number }).ToListAsync(cancellation);
        var differing = sameNumber.Count(item => received.Find(request => request.Id == item.Request) is not { State: RequestState.Done } request || request.Number != item.Number);
        var report = await new CaseReconciliation(site).ReadAsync([new(Platform.Access.Role.Supervisor, Primitives.DivisionCode.Nation)], cancellation);
        var (siteAudit, departmentAudit) = (await VerifyAsync(site, siteState, cancellation), await VerifyAsync(department, departmentState, cancellation));
        var passed = finished && lost == 0 && doubled == 0 && strangers == 0 && differing == 0 && children == plan.Cases && done == counted && report.Balances && siteAudit.Holds && departmentAudit.Holds;
        return new DrillResult(passed,
        [
            what,
            $"cases: {string.Join(", ", states.OrderBy(row => row.Key).Select(row => $"{row.Count} {row.Key}"))}; lost {lost}, doubled {doubled}; children's records {children}",
            $"items: {done} of {counted} done; requests at the department {received.Count}, of nobody {strangers}, differing {differing}",
            $"reconciliation: submitted {report.Submitted} = open {report.Open} + done {report.Done} + refused {report.Refused} + withdrawn {report.Withdrawn} + archived {report.Archived}: {(report.Balances ? "balances" : "DOES NOT BALANCE")}",
            $"audit: site {siteAudit.Entries} entries, {(siteAudit.Holds ? "holds" : "BROKEN")}; department {departmentAudit.Entries}, {(departmentAudit.Holds ? "holds" : "BROKEN")}",
            passed ? "passed" : "FAILED",
        ]);
    }

    private static PlatformDbContext Open(string state, string? connection)
    {
        var options = new DbContextOptionsBuilder<PlatformDbContext>();
        if (connection is not null)
            PostgreSqlProvider.Use(options, connection, InstalledModules.Mappings);
        else
            SqliteProvider.Use(options, Path.Combine(state, SqliteProvider.FileName), InstalledModules.Mappings);
        return new PlatformDbContext(options.Options);
    }

    private static Task<AuditVerification> VerifyAsync(PlatformDbContext database, string state, CancellationToken cancellation) =>
        new AuditVerifier(database, new AuditCheckpoints(Microsoft.Extensions.Options.Options.Create(new PlatformOptions { State = state }))).VerifyAsync(cancellationToken: cancellation);
}
