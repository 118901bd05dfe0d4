using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cradle.Platform.Accounts;
using Cradle.Platform.Audit;
using Cradle.Platform.Protection;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Cradle.Platform.Tests;

public abstract class ProtectionTests(TestDatabase database) : PlatformSuite(database)
{
    protected override LogLevel FinestLog => LogLevel.Trace;

    private const string Phone = "13900001234";
    private static readonly ProtectedField IdNumber = new("tests.id-number", FieldKind.IdNumber);

    [Fact]
    public async Task A_field_is_shown_masked_found_by_its_value_and_nowhere_readable_in_the_database()
    {
        var li = await AccountWithPhoneAsync("li");
        Assert.Equal("139****1234", (await ShowAsync(li)).Phone.ToString());
        var written = await InDatabaseAsync(database => database.Set<AccountContact>().AsNoTracking().SingleAsync(Stop));
        Assert.Equal("•••", written.Phone!.ToString());
        Assert.DoesNotContain(Phone, Encoding.UTF8.GetString(written.Phone.Bytes), StringComparison.Ordinal);
        foreach (var typed in new[] { Phone, "139 0000 1234", "１３９００００１２３４" })
            Assert.Equal(li, await FindAsync(typed));
        Assert.Null(await FindAsync("13900001235"));
        Assert.DoesNotContain(Phone, Running.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_sees_the_whole_says_why_and_the_holder_is_told()
    {
        var li = await AccountWithPhoneAsync("li");
        var zhao = await AccountWithPhoneAsync("zhao");
        await Assert.ThrowsAsync<ArgumentException>(() => UnmaskAsync(zhao, li, " "));
        Assert.Empty(await ViewsAsync(li));
        Assert.Equal(Phone, (await UnmaskAsync(zhao, li, "to call about the case")).Phone);
        var view = Assert.Single(await ViewsAsync(li));
        Assert.Equal(("unmasked", "to call about the case", "z***"), (view.Entry.Action, view.Entry.Reason, view.Name.ToString()));
        Assert.Equal(("li", "~/account/contact", true), (view.Record!.Number, view.Record.Page, view.IsWhole));
        Assert.Empty(await ViewsAsync(zhao));
        Assert.True(await VerifiesAsync());
    }

    [Fact]
    public async Task A_value_moved_to_another_row_or_field_or_changed_opens_nothing()
    {
        await Running.InScopeAsync(services =>
        {
            var vault = services.GetRequiredService<FieldVault>();
            var (row, other) = (Guid.NewGuid(), Guid.NewGuid());
            var value = vault.Seal(IdNumber, row, "220104200001011234");
            Assert.Equal("220104200001011234", vault.Open(IdNumber, row, value));
            Assert.ThrowsAny<CryptographicException>(() => vault.Open(IdNumber, other, value));
            Assert.ThrowsAny<CryptographicException>(() => vault.Open(AccountFields.Phone, row, value));
            for (var at = 5; at < value.Bytes.Length; at++)
            {
                var spoilt = value.Bytes.ToArray();
                spoilt[at] ^= 1;
                Assert.ThrowsAny<CryptographicException>(() => vault.Open(IdNumber, row, new Sealed(spoilt)));
            }

            Assert.NotEqual(value.Bytes, vault.Seal(IdNumber, row, "220104200001011234").Bytes);   // the same value twice can't be told
            return Task.FromResult(0);
        });
    }

    [Fact]
    public async Task A_rotation_seals_everything_anew_and_finds_it_before_during_and_after()
    {
        var people = new List<Guid>();
        for (var number = 0; number < 5; number++)
            people.Add(await AccountWithPhoneAsync($"person-{number}", $"1390000000{number}"));
        var old = Ring.Current;
        Ring.Add();
        Assert.Equal(people[3], await FindAsync("13900000003"));                         // indexed with the old key
        people.Add(await AccountWithPhoneAsync("person-5", "13900000005"));              // sealed with the new one
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RotateAsync(stopAtFirst: true));
        Assert.Equal(2, await KeysInUseAsync());
        Assert.Equal(5, await RotateAsync());
        Assert.Equal(0, await RotateAsync());
        Assert.Equal(1, await KeysInUseAsync());
        Assert.DoesNotContain(await InDatabaseAsync(database => database.Set<AccountContact>().ToListAsync(Stop)), contact => contact.Phone!.KeyId == old.Id);
        for (var number = 0; number < 6; number++)
            Assert.Equal(people[number], await FindAsync($"1390000000{number}"));
        Assert.Equal("139****0003", (await ShowAsync(people[3])).Phone.ToString());
    }

    [Fact]
    public async Task A_key_that_is_lost_is_named_with_its_file()
    {
        var li = await AccountWithPhoneAsync("li");
        var file = Path.Combine(StateFolder, "keys", FieldKeyRing.FileName);
        File.Move(file, file + ".away");
        var lost = await Assert.ThrowsAsync<InvalidOperationException>(() => ShowAsync(li));
        Assert.Contains(file, lost.Message, StringComparison.Ordinal);
        File.Move(file + ".away", file, overwrite: true);
        Assert.Equal("139****1234", (await ShowAsync(li)).Phone.ToString());
        await File.WriteAllTextAsync(file, "[", Stop);
        Assert.Contains("damaged", (await Assert.ThrowsAsync<InvalidOperationException>(() => ShowAsync(li))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nodes_that_start_at_once_share_one_key_and_only_the_service_can_read_the_file()
    {
        const int Nodes = 8;
        for (var round = 0; round < 20; round++)   // they come between each other in some rounds only
        {
            var settings = Microsoft.Extensions.Options.Options.Create(new PlatformOptions { State = Path.Combine(StateFolder, $"shared-{round}") });
            var rings = Enumerable.Range(0, Nodes).Select(_ => new FieldKeyRing(settings, Time)).ToList();
            Assert.Single((await AtOnceAsync(node => rings[node].Current.Id)).Distinct());
            var indexes = await AtOnceAsync(_ => Convert.ToHexString(new LookupIndex(settings).Of("tests", "value")));
            Assert.Single(indexes.Distinct());
            Assert.Empty(KeyFolder.OpenToOthers(settings.Value.KeysFolder));
            await AtOnceAsync(node => rings[node].Add().Id);
            Assert.Equal(1 + Nodes, rings[0].All().Count);
        }

        static async Task<T[]> AtOnceAsync<T>(Func<int, T> ask)
        {
            using var start = new Barrier(Nodes);
            return await Task.WhenAll(Enumerable.Range(0, Nodes).Select(node => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait(Stop);
                    return ask(node);
                },
                Stop,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)));
        }
    }

    [Fact]
    public async Task Keys_and_their_folder_are_the_services_alone_and_a_start_warns_of_those_that_are_not()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "rights are inherited there");
        _ = Ring.Current;
        Running.Services.GetRequiredService<LookupIndex>().Of("tests", "value");
        Running.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("tests").Protect("value");
        var folder = Path.Combine(StateFolder, "keys");
        Assert.True(Directory.GetFiles(folder).Length >= 3, "keys of fields, of look-ups and of the framework");
        Assert.Empty(KeyFolder.OpenToOthers(folder));
        await RestartAsync();
        Assert.DoesNotContain("chmod", Running.Log.Text, StringComparison.Ordinal);
        Assert.Equal(HealthStatus.Healthy, await HealthAsync());

        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Combine(folder, "lookup.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        await RestartAsync();
        Assert.Contains($"may read the keys: lookup.key. Close them: chmod 700 {folder} && chmod 600 {folder}/*", Running.Log.Text, StringComparison.Ordinal);
        Assert.Equal(HealthStatus.Degraded, await HealthAsync());

        async Task<HealthStatus> HealthAsync() => (await Running.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Name == "keys", Stop)).Status;
    }

    [Theory]
    [InlineData(FieldKind.IdNumber, "220104200001011234", "2201****34")]
    [InlineData(FieldKind.IdNumber, "22010420", "****")]
    [InlineData(FieldKind.Phone, "13900001234", "139****1234")]
    [InlineData(FieldKind.Phone, "12345678", "****")]
    [InlineData(FieldKind.BankAccount, "6222020000001234567", "****4567")]
    [InlineData(FieldKind.BankAccount, "1234", "****")]
    [InlineData(FieldKind.Email, "wang@example.cn", "w****@example.cn")]
    [InlineData(FieldKind.Email, "@", "****")]
    [InlineData(FieldKind.Address, "吉林省长春市朝阳区某街1号", "吉林省长春市****")]
    [InlineData(FieldKind.Secret, "anything", "****")]
    public void A_mask_shows_too_little_to_use_in_text_and_in_json(FieldKind kind, string value, string mask)
    {
        Assert.Equal(mask, Masked.Of(kind, value).ToString());
        Assert.Equal(mask, JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(Masked.Of(kind, value))));
    }

    private FieldKeyRing Ring => Running.Services.GetRequiredService<FieldKeyRing>();

    private Task<Guid> AccountWithPhoneAsync(string name, string phone = Phone) => AsOfficerAsync("wang", async services =>
    {
        var (account, _, _) = await services.GetRequiredService<AccountService>().CreateAsync(name, name);
        Assert.Null(await services.GetRequiredService<ContactService>().KeepAsync(account!.Id, phone, null, Stop));
        return account.Id;
    });

    private Task<(Masked? Phone, Masked? Email)> ShowAsync(Guid account) => Running.InScopeAsync(services => services.GetRequiredService<ContactService>().ShowAsync(account, Stop));

    private Task<(string? Phone, string? Email)> UnmaskAsync(Guid by, Guid account, string reason) =>
        AsOfficerAsync(by.ToString("N"), services => services.GetRequiredService<ContactService>().UnmaskAsync(account, reason, Stop));

    private Task<IReadOnlyList<RecordedView>> ViewsAsync(Guid person) => Running.InScopeAsync(services => services.GetRequiredService<ViewLog>().OfAsync(person, cancellationToken: Stop));

    private Task<bool> VerifiesAsync() => Running.InScopeAsync(async services => (await services.GetRequiredService<AuditVerifier>().VerifyAsync(cancellationToken: Stop)).Holds);

    private Task<Guid?> FindAsync(string phone) => Running.InScopeAsync(async services =>
    {
        var indexes = services.GetRequiredService<FieldVault>().IndexesOf(AccountFields.Phone, phone);
        return await services.GetRequiredService<Data.PlatformDbContext>().Set<AccountContact>().Where(contact => indexes.Contains(contact.PhoneIndex!)).Select(contact => (Guid?)contact.Id).FirstOrDefaultAsync(Stop);
    });

    private Task<int> RotateAsync(bool stopAtFirst = false) => Running.InScopeAsync(services =>
    {
        var stopping = new CancellationTokenSource();
        if (stopAtFirst)
            stopping.Cancel();
        return services.GetRequiredService<FieldRotation>().RunAsync(cancellationToken: stopping.Token);
    });

    private Task<int> KeysInUseAsync() => InDatabaseAsync(async database => (await database.Set<AccountContact>().AsNoTracking().ToListAsync(Stop)).Select(contact => contact.Phone!.KeyId).Distinct().Count());
}

public sealed class SqliteProtectionTests() : ProtectionTests(new TestDatabase.Sqlite());

public sealed class PostgreSqlProtectionTests(PostgreSqlServer server) : ProtectionTests(new TestDatabase.PostgreSql(server));
