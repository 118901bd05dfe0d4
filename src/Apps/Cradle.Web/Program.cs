using Cradle.Entitlements;
using Cradle.Platform.Web;
using Cradle.Rules.Packs;
using Cradle.Web;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets();   // ./run starts the build output, where the style sheets still lie in their projects
var start = new Start(builder);
builder.AddStorage();
builder.Services.AddCradleWeb(Shell.Configure);
builder.Services.AddEntitlements(builder.Configuration);
Gallery.HideUnlessAsked(builder);

var app = builder.Build();
app.UseCradleWeb();
app.MapCradleWeb();
try
{
    app.MapEntitlements();
}
catch (PolicyPackException broken)
{
    Console.Error.WriteLine(broken.Message);
    return 1;
}

return start.Run(app);
