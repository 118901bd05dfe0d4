using Cradle.Platform;
using Cradle.Platform.Deadlines;
using Cradle.Platform.Drafts;
using Cradle.Platform.Files;
using Cradle.Platform.Messages;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cradle.Modules.Tests;

/// <summary>What the documents say can be configured is read: each option of storage is set to what no default is.</summary>
public sealed class StorageSettingsTests(StorageSettingsTests.ConfiguredSite configured) : IClassFixture<StorageSettingsTests.ConfiguredSite>
{
    private const string Span = "7.06:05:04";
    private const string Number = "37";

    public static TheoryData<string, Type> Sections => new()
    {
        { "Cradle:Files", typeof(FileStoreOptions) },
        { "Cradle:Drafts", typeof(DraftOptions) },
        { "Cradle:Deadlines", typeof(DeadlineOptions) },
        { "Cradle:Outbox", typeof(OutboxOptions) },
    };

    [Fact]
    public void Folders_of_keys_and_files_are_those_that_are_configured()
    {
        var options = configured.Services.GetRequiredService<IOptions<PlatformOptions>>().Value;
        Assert.Equal((configured.PathOf("keys"), configured.PathOf("files")), (options.KeysFolder, options.FilesFolder));
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void Every_option_of_a_section_is_read(string section, Type type)
    {
        var properties = type.GetProperties();
        Assert.NotEmpty(properties);
        var options = ((IOptions<object>)configured.Services.GetRequiredService(typeof(IOptions<>).MakeGenericType(type))).Value;
        foreach (var property in properties)
            Assert.Equal((section, property.Name, ValueOf(property.PropertyType)), (section, property.Name, Convert.ToString(property.GetValue(options), System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static string ValueOf(Type type) => type == typeof(TimeSpan) ? Span : Number;

    /// <summary>A site with every option of every section set.</summary>
    public sealed class ConfiguredSite : IDisposable
    {
        private readonly DirectoryInfo shared = Directory.CreateTempSubdirectory("cradle-shared-");
        private readonly CradleSite plain = new();
        private readonly WebApplicationFactory<Program> site;

        public ConfiguredSite() => site = plain.WithWebHostBuilder(builder =>
        {
            builder.UseSetting("Cradle:KeysFolder", PathOf("keys")).UseSetting("Cradle:FilesFolder", PathOf("files"));
            foreach (var row in Sections)
            {
                foreach (var property in row.Data.Item2.GetProperties())
                    builder.UseSetting($"{row.Data.Item1}:{property.Name}", ValueOf(property.PropertyType));
            }
        });

        public IServiceProvider Services => site.Services;

        public string PathOf(string folder) => Path.Combine(shared.FullName, folder);

        public void Dispose()
        {
            site.Dispose();
            plain.Dispose();
            shared.Delete(recursive: true);
        }
    }
}
