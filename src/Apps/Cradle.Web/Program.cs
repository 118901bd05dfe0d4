using Cradle.Platform.Web;
using Cradle.Primitives;
using Cradle.Rules.Packs;
using Cradle.Web;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets();   // ./run starts the build output, where the style sheets still lie in their projects
var start = new Start(builder);
SiteRole role;
try
{
    role = SiteRole.Of(builder.Configuration);
    TelemetryExport.Add(builder);
}
catch (InvalidOperationException unknown)
{
    Console.Error.WriteLine(unknown.Message);
    return 1;
}

builder.AddStorage(role.StateFolder);
role.Add(builder);
Gallery.HideUnlessAsked(builder);

var app = builder.Build();
app.UseCradleWeb();
app.MapCradleWeb();
try
{
    role.Map(app);
}
catch (Exception broken) when (broken is PolicyPackException or DirectoryNotFoundException or ReferenceDataException)
{
    Console.Error.WriteLine(broken.Message);
    return 1;
}

return await start.RunAsync(app);
